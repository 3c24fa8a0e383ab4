import { env } from '@/lib/env'
import { Refusal } from '@/lib/errors'
import { log } from '@/lib/log'

type Configuration = { publicUrl?: string; trustProxy: boolean }

/**
 * The origins that count as the app's own for a request, so that no other site can write with a staff member's cookie:
 * PUBLIC_URL; what the request itself was sent to (`Host`; behind a trusted proxy `X-Forwarded-Host` and `-Proto`); and
 * the https page of that same host, because TLS may end in front of us. The plain http page of a site that is served over
 * https is none.
 */
export function ownOrigins(request: Request, configuration: Configuration = env()): string[] {
  const forwarded = (name: string) =>
    configuration.trustProxy ? request.headers.get(name)?.split(',').at(-1)?.trim() : undefined
  const host = (forwarded('x-forwarded-host') ?? request.headers.get('host'))?.toLowerCase()
  const own = configuration.publicUrl ? [configuration.publicUrl] : []
  if (!host) return own
  const scheme = forwarded('x-forwarded-proto') ?? new URL(request.url).protocol.replace(':', '')
  return [...new Set([...own, `https://${withoutPort(host, '443')}`, `${scheme}://${withoutPort(host, '80')}`])]
}

/** Whether the `Origin` of a request is the app's own. A missing or opaque (`null`) origin is not. */
export function isOwnOrigin(request: Request, configuration: Configuration = env()): boolean {
  const origin = request.headers.get('origin')
  return isWebOrigin(origin) && ownOrigins(request, configuration).includes(origin)
}

/**
 * Says to somebody who is signed in why their change is refused, and to the log: behind a proxy that does not pass the
 * address on, every one is.
 */
export function foreignOrigin(request: Request, configuration: Configuration = env()): Refusal {
  const origin = request.headers.get('origin')
  const expected = ownOrigins(request, configuration).join(' or ') || 'no address, because no Host header came'
  const came = isWebOrigin(origin) ? origin.slice(0, LONGEST_SHOWN) : null
  log.warn({ expected, came }, 'a change was refused by the Origin check; see PUBLIC_URL and TRUST_PROXY')
  return new Refusal('unauthorised', sentence(came, expected))
}

const LONGEST_SHOWN = 200

function sentence(came: string | null, expected: string): string {
  if (!came)
    return `The Origin check refused this: a change with the session cookie needs an Origin header that is the app's own (${expected}), and none came. A program sends an access token instead.`
  return `The Origin check refused this: the change comes from ${came}, and this server knows itself as ${expected}. If ${came} is the address that people use, set PUBLIC_URL=${came}, or let the proxy pass on the Host header (or X-Forwarded-Host and X-Forwarded-Proto, with TRUST_PROXY=on).`
}

function isWebOrigin(origin: string | null): origin is string {
  return origin !== null && /^https?:\/\/\S/.test(origin)
}

/** Browsers leave a scheme's own port out of `Origin`; `Host` may have it. */
function withoutPort(host: string, port: string): string {
  return host.endsWith(`:${port}`) ? host.slice(0, -port.length - 1) : host
}
