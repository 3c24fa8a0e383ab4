import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { getRequestListener } from '@hono/node-server'
import { wholeAddress, withPeerAddress } from '@/lib/auth/client-address'
import { noteTokenCall, type TokenCall } from '@/lib/auth/token-calls'
import { malformed } from '@/lib/errors'
import { protectData } from '@/lib/http/answer-headers'
import { type ApiRoute, createApiRouter } from '@/lib/http/api-router'
import { problemResponse } from '@/lib/http/problem'
import { MAX_BYTES } from '@/lib/http/read-body'
import { currentRequest, log, withRequestId } from '@/lib/log'

const compress = promisify(gzip)
const WORTH_COMPRESSING = 4_096

/** The path of a request line as it came, without the query. A client behind a proxy may send the whole URL (RFC 9112, 3.2.2). */
export function rawPathOf(incoming: IncomingMessage): string {
  const target = (incoming.url ?? '/').replace(/^(?:https?|wss?):\/\/[^/?#]*/i, '')
  return target.split('?', 1)[0] || '/'
}

/** A request id from outside is taken over when it is a short plain word, so that logs can be joined across systems. */
export function requestIdOf(incoming: IncomingMessage): string {
  const given = incoming.headers['x-request-id']
  return typeof given === 'string' && /^[\w.:-]{1,128}$/.test(given) ? given : randomUUID()
}

/**
 * A node:http listener for everything below `/api`: gives each request an id, logs it, and answers through the router.
 */
export function createApiListener(
  routes: readonly ApiRoute[],
): (incoming: IncomingMessage, outgoing: ServerResponse) => void {
  const router = createApiRouter(routes)
  const listener = getRequestListener(
    async (request, { incoming }) => {
      const started = performance.now()
      const rawPath = rawPathOf(incoming as IncomingMessage)
      const response = await router.answer(request, rawPath)
      if (response.status >= 400) await discardBody(incoming as IncomingMessage)
      const { status } = response
      logAccess(incoming as IncomingMessage, status, started)
      const bytes = isText(response) ? new Uint8Array(await response.arrayBuffer()) : null
      const responseBytes = bytes?.byteLength ?? (response.body === null ? 0 : null)
      noteUse(incoming as IncomingMessage, { status, route: router.routeOf(rawPath), responseBytes, started })
      return bytes ? compressed(request, response, bytes) : response
    },
    { overrideGlobalObjects: false, errorHandler: refuseUnreadable },
  )
  return (incoming, outgoing) => {
    const requestId = requestIdOf(incoming)
    outgoing.setHeader('X-Request-Id', requestId)
    protectData(outgoing)
    const peer = incoming.socket.remoteAddress
    void withRequestId(requestId, () => withPeerAddress(peer, () => listener(incoming, outgoing)), addressOf(incoming))
  }
}

/** One line for an answered request: what, by whom (the log knows, if they are known) and from where. */
export function logAccess(
  incoming: IncomingMessage,
  status: number,
  startedAt: number,
  level: 'info' | 'debug' = 'info',
) {
  const durationMs = Math.round((performance.now() - startedAt) * 10) / 10
  log[level](
    { method: incoming.method, path: rawPathOf(incoming), status, durationMs, from: addressOf(incoming) },
    'request',
  )
}

function addressOf({ socket, headers }: IncomingMessage): string {
  const forwardedFor = headers['x-forwarded-for']
  return wholeAddress({ remoteAddress: socket.remoteAddress, forwardedFor: [forwardedFor].flat().at(-1) })
}

/** A request of which no URL can be made, for its Host header or its target, is refused like any other. */
function refuseUnreadable(error: unknown): Response {
  log.debug({ err: error }, 'a request could not be read')
  return problemResponse(malformed([{ path: '', message: 'the Host header and the target must make a URL' }]), '/')
}

const MAX_DISCARDED_BYTES = 32 * 1024 * 1024
const PATIENCE_MS = 2_000

/** Who is refused before their body was read must be able to send it to its end, or they would miss the answer. */
function discardBody(incoming: IncomingMessage): Promise<void> {
  if (incoming.complete || incoming.destroyed || incoming.readableFlowing !== null) return Promise.resolve()
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer)
      resolve()
    }
    const timer = setTimeout(done, PATIENCE_MS)
    let size = 0
    incoming.on('data', (chunk: Buffer) => {
      size += chunk.byteLength
      if (size > MAX_DISCARDED_BYTES) done()
    })
    incoming.once('end', done)
    incoming.once('close', done)
  })
}

/** A stream of changes is no known text: it is left alone. */
function isText({ body, headers }: Response): boolean {
  return body !== null && /json|^text\/plain/.test(headers.get('content-type') ?? '')
}

type Answered = Pick<TokenCall, 'status' | 'route' | 'responseBytes'> & { started: number }

/** A token's administrator sees what its system called. */
function noteUse(incoming: IncomingMessage, { started, ...answer }: Answered): void {
  const { who } = currentRequest() ?? {}
  if (who?.kind !== 'token') return
  noteTokenCall(who.id, {
    at: Date.now(),
    method: incoming.method ?? '',
    path: rawPathOf(incoming).replace(/^\/api/, ''),
    requestBytes: bytesSaid(incoming),
    durationMs: performance.now() - started,
    ...answer,
  })
}

/** What a client says that it sends; null where it does not, or claims more than any body that is read. */
function bytesSaid({ headers }: IncomingMessage): number | null {
  const said = headers['content-length']
  if (said === undefined) return headers['transfer-encoding'] === undefined ? 0 : null
  return Number(said) <= MAX_BYTES ? Number(said) : null
}

/** Lists of schedules with plans shrink tenfold. */
async function compressed(request: Request, response: Response, bytes: Uint8Array<ArrayBuffer>): Promise<Response> {
  const { status } = response
  const wanted = /\bgzip\b/.test(request.headers.get('accept-encoding') ?? '')
  if (!wanted || bytes.byteLength < WORTH_COMPRESSING) return new Response(bytes, { status, headers: response.headers })
  const headers = new Headers(response.headers)
  headers.set('Content-Encoding', 'gzip')
  headers.append('Vary', 'Accept-Encoding')
  return new Response(await compress(bytes, { level: 4 }), { status, headers })
}
