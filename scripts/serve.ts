import { AsyncLocalStorage } from 'node:async_hooks'
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http'
import apiRoutes from 'readyline:api-routes'
import { isOpenFile } from '@/lib/auth/open-pages'
import { connection } from '@/lib/db/client'
import { protectPage } from '@/lib/http/answer-headers'
import { createApiListener, logAccess, rawPathOf, requestIdOf } from '@/lib/http/api-listener'
import { changeHub } from '@/lib/live/change-hub'
import { log, withRequestId } from '@/lib/log'
import { isStationPath } from '@/lib/ocpp/door/station-path'
import { Gateway } from '@/lib/ocpp/gateway'
import { openApiText } from '@/lib/openapi/document'
import { ownUrl, SimulationHost } from '@/lib/simulation/simulation-host'
import { createDrainableServer, type DrainableServer } from '@/scripts/launch/drainable-server'
import { staticFiles } from '@/scripts/launch/static-files'

type Handler = (incoming: IncomingMessage, outgoing: ServerResponse) => Promise<void>

export type WebServer = Pick<DrainableServer, 'close'>

/** What is no path, such as `*`, is no page: the API refuses it in words. */
function isApi(incoming: IncomingMessage): boolean {
  const path = rawPathOf(incoming)
  return /^\/api(\/|$)/.test(path) || !path.startsWith('/')
}

/** Gives a page's request an id and a line in the log, as the API's requests have. */
function pageListener(handle: Handler, dev: boolean): RequestListener {
  return (incoming, outgoing) => {
    const requestId = requestIdOf(incoming)
    const startedAt = performance.now()
    const path = rawPathOf(incoming)
    incoming.headers['x-request-id'] = requestId
    outgoing.setHeader('X-Request-Id', requestId)
    protectPage(incoming, outgoing, { dev, kept: isOpenFile(path) })
    const level = path.startsWith('/_next/') ? 'debug' : 'info'
    const serve = () => {
      // An event has no context of its own: the line names the request and who sends it.
      outgoing.once(
        'close',
        AsyncLocalStorage.bind(() => logAccess(incoming, outgoing.statusCode, startedAt, level)),
      )
      return handle(incoming, outgoing)
    }
    withRequestId(requestId, serve).catch((error) => {
      log.error({ err: error, requestId, path }, 'a page failed')
      if (!outgoing.headersSent) outgoing.writeHead(500)
      outgoing.end()
    })
  }
}

/** Next reads a file and compresses it anew for every request. */
function withStaticFiles(root: string, handle: Handler): Handler {
  const files = staticFiles(root)
  return (incoming, outgoing) =>
    new Promise((resolve, reject) => {
      outgoing.once('close', resolve)
      files(incoming, outgoing, () => handle(incoming, outgoing).then(resolve, reject))
    })
}

/**
 * Serves pages, API and the chargers' OCPP gateway on one port. In production the API's handlers are called directly, which is many times faster
 * than through Next; in development Next calls them, so that they reload.
 */
export async function serveWeb(options: {
  root: string
  host: string
  port: number
  dev: boolean
  databaseUrl: string
}): Promise<WebServer> {
  const { root, host, port, dev, databaseUrl } = options
  const { default: next } = await import('next')
  // Next adds an upgrade listener of its own to the server that it is given: this one never listens.
  const app = next({ dev, dir: root, hostname: host, port, httpServer: createServer() })
  await app.prepare()
  // It takes some tenths of a second and is the same ever after: no request waits for it.
  if (!dev) openApiText()
  const pages = pageListener(dev ? app.getRequestHandler() : withStaticFiles(root, app.getRequestHandler()), dev)
  const api = dev ? pages : createApiListener(apiRoutes)
  const server = createDrainableServer((incoming, outgoing) => (isApi(incoming) ? api : pages)(incoming, outgoing))
  const gateway = new Gateway(databaseUrl)
  const reloads = dev ? app.getUpgradeHandler() : undefined
  server.onUpgrade((incoming, socket, head) => {
    const path = rawPathOf(incoming)
    if (isStationPath(path)) gateway.handleUpgrade(path, incoming, socket, head)
    else if (reloads) void reloads(incoming, socket, head)
    else socket.destroy()
  })
  await server.listen(host, port)
  const simulations = new SimulationHost(() => connection().db, ownUrl(host, port))
  return {
    close: async (withinMs) => {
      // An open WebSocket or stream would keep the server from ending.
      changeHub.close()
      await Promise.all([simulations.close(), gateway.close(), server.close(withinMs)])
      if (dev) await app.close()
    },
  }
}
