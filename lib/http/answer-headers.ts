import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'

/** What every answer says to browsers: take it for what it says it is, show it in nobody's frame, tell nobody of it. */
const EVERY_ANSWER = {
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  // Not `no-referrer`: browsers would then leave the origin out of what forms send, which the Origin check reads.
  'Referrer-Policy': 'same-origin',
  'Permissions-Policy':
    'accelerometer=(), bluetooth=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), hid=(), magnetometer=(), microphone=(), midi=(), payment=(), serial=(), usb=()',
}

/** An answer that is data is no page, whoever opens it. */
const DATA_POLICY = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

/** The headers of an answer of the API, of a problem, of anything that is no page. */
export const DATA_HEADERS: Readonly<Record<string, string>> = {
  ...EVERY_ANSWER,
  'Content-Security-Policy': DATA_POLICY,
}

/**
 * What a page may load and run: scripts of this server, and inline ones with the nonce of this one answer. Not
 * 'strict-dynamic': a script that gets in another way could then add any other. Styles are its own too, but may stand in
 * attributes: bars and charts have their sizes there.
 * @param nonce new for every answer
 * @param dev Next's development server evaluates code and reloads over a WebSocket
 */
export function pagePolicy(nonce: string, dev: boolean): string {
  const scripts = `'self' 'nonce-${nonce}'${dev ? " 'unsafe-eval'" : ''}`
  return Object.entries({
    'default-src': "'none'",
    'script-src': scripts,
    'style-src': "'self' 'unsafe-inline'",
    'img-src': "'self' data:",
    'font-src': "'self'",
    'connect-src': dev ? "'self' ws: wss:" : "'self'",
    'manifest-src': "'self'",
    'form-action': "'self'",
    'base-uri': "'none'",
    'frame-ancestors': "'none'",
  })
    .map(([name, value]) => `${name} ${value}`)
    .join('; ')
}

/** Sets the headers of an answer that is data. */
export function protectData(outgoing: ServerResponse): void {
  for (const [name, value] of Object.entries(DATA_HEADERS)) outgoing.setHeader(name, value)
}

/**
 * Sets the headers of an answer of Next's, and tells Next the nonce: it reads the policy of the request and gives the
 * nonce to the scripts of the page. A page that knows who reads it is kept by nobody.
 * @param kept it is a file that is the same for everybody: Next says how long it holds
 */
export function protectPage(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  { dev, kept }: { dev: boolean; kept: boolean },
): void {
  const policy = pagePolicy(randomBytes(16).toString('base64'), dev)
  incoming.headers['content-security-policy'] = policy
  delete incoming.headers['content-security-policy-report-only']
  for (const [name, value] of Object.entries(EVERY_ANSWER)) outgoing.setHeader(name, value)
  outgoing.setHeader('Content-Security-Policy', policy)
  if (!kept) outgoing.setHeader('Cache-Control', 'private, no-store')
}
