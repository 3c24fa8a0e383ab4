import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http'
import apiRoutes from 'readyline:api-routes'
import { createApiListener, rawPathOf, requestIdOf } from '@/lib/http/api-listener'
import { drainSignal } from '@/lib/http/drain'
import { log, withRequestId } from '@/lib/log'
import { listenFailure } from '@/scripts/launch/find-port'

export type WebServer = {
  /** Takes no new requests and waits for those under way; cuts off what is left after `withinMs`. */
  close(withinMs: number): Promise<void>
}

/** Longer than a load balancer keeps an idle connection, so that it never sends a request into a closing one. */
const keepAliveMs = 65_000

function isApi(incoming: IncomingMessage): boolean {
  return /^\/api(\/|$)/.test(rawPathOf(incoming))
}

/** Gives a page's request an id and a line in the log, as the API's requests have. */
function pageListener(handle: (incoming: IncomingMessage, outgoing: ServerResponse) => Promise<void>): RequestListener {
  return (incoming, outgoing) => {
    const requestId = requestIdOf(incoming)
    const startedAt = performance.now()
    const path = rawPathOf(incoming)
    incoming.headers['x-request-id'] = requestId
    outgoing.setHeader('X-Request-Id', requestId)
    outgoing.once('close', () => {
      const durationMs = Math.round((performance.now() - startedAt) * 10) / 10
      const line = { requestId, method: incoming.method, path, status: outgoing.statusCode, durationMs }
      if (path.startsWith('/_next/')) log.debug(line, 'request')
      else log.info(line, 'request')
    })
    withRequestId(requestId, () => handle(incoming, outgoing)).catch((error) => {
      log.error({ err: error, requestId, path }, 'a page failed')
      if (!outgoing.headersSent) outgoing.writeHead(500)
      outgoing.end()
    })
  }
}

/** While the process drains, what still comes in on an open connection is sent elsewhere. */
function refusingWhenDraining(listener: RequestListener): RequestListener {
  return (incoming, outgoing) => {
    if (!drainSignal.aborted) return listener(incoming, outgoing)
    outgoing.writeHead(503, { Connection: 'close', 'Retry-After': '1', 'Content-Type': 'text/plain' })
    outgoing.end('This server is about to stop. Try again in a moment.\n')
  }
}

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((fulfil, reject) => {
    server.once('error', (error) => reject(listenFailure(error, host, port)))
    server.listen(port, host, fulfil)
  })
}

async function close(server: Server, withinMs: number): Promise<void> {
  const closed = new Promise((fulfil) => server.close(fulfil))
  // A connection becomes idle when its last answer is out; it would stay open for the client's next request.
  const idle = setInterval(() => server.closeIdleConnections(), 50)
  const force = setTimeout(() => server.closeAllConnections(), withinMs)
  await closed
  clearInterval(idle)
  clearTimeout(force)
}

/**
 * Serves pages and API on one port. In production the API's handlers are called directly, which is many times faster
 * than through Next; in development Next calls them, so that they reload.
 */
export async function serveWeb(options: {
  root: string
  host: string
  port: number
  dev: boolean
}): Promise<WebServer> {
  const { root, host, port, dev } = options
  const { default: next } = await import('next')
  const app = next({ dev, dir: root, hostname: host, port })
  await app.prepare()
  const pages = pageListener(app.getRequestHandler())
  const api = dev ? pages : createApiListener(apiRoutes)
  const server = createServer(
    refusingWhenDraining((incoming, outgoing) => (isApi(incoming) ? api : pages)(incoming, outgoing)),
  )
  server.keepAliveTimeout = keepAliveMs
  if (dev) server.on('upgrade', app.getUpgradeHandler())
  await listen(server, host, port)
  return {
    close: async (withinMs) => {
      await close(server, withinMs)
      if (dev) await app.close()
    },
  }
}
