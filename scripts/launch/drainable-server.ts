import { createServer, IncomingMessage, type RequestListener } from 'node:http'
import type { Duplex } from 'node:stream'
import { DATA_HEADERS } from '@/lib/http/answer-headers'
import { drainSignal } from '@/lib/http/drain'
import { listenFailure } from '@/scripts/launch/find-port'

export type DrainableServer = {
  /** @throws with a sentence when the address cannot be had */
  listen(host: string, port: number): Promise<void>
  onUpgrade(handle: (incoming: IncomingMessage, socket: Duplex, head: Buffer) => void): void
  /** Takes no new requests and waits for those under way; cuts off what is left after `withinMs`. */
  close(withinMs: number): Promise<void>
}

/** Longer than a load balancer keeps an idle connection, so that it never sends a request into a closing one. */
const keepAliveMs = 65_000

/** A little more than the API itself lets a body take: what nobody reads is cut off too. */
const longestRequestMs = 70_000

/** While the process drains, what still comes in on an open connection is sent elsewhere. */
function refusingWhenDraining(listener: RequestListener, drain: AbortSignal): RequestListener {
  return (incoming, outgoing) => {
    if (!drain.aborted) return listener(incoming, outgoing)
    outgoing.writeHead(503, {
      ...DATA_HEADERS,
      Connection: 'close',
      'Retry-After': '1',
      'Content-Type': 'text/plain',
      'Cache-Control': 'no-store',
    })
    outgoing.end('This server is about to stop. Try again in a moment.\n')
  }
}

/**
 * A request of which only a WebSocket is an upgrade. Some clients offer HTTP/2 with every request (`Upgrade: h2c`, Java's
 * for one); who does not want that answers as if nothing had been offered, but Node would hand it over as an upgrade.
 */
class Incoming extends IncomingMessage {
  private offersUpgrade = false

  get upgrade(): boolean {
    return this.offersUpgrade && /^websocket$/i.test(this.headers.upgrade ?? '')
  }

  set upgrade(offered: boolean) {
    this.offersUpgrade = offered
  }
}

/** An HTTP server that ends without breaking off what it is answering. */
export function createDrainableServer(listener: RequestListener, drain: AbortSignal = drainSignal): DrainableServer {
  const server = createServer({ IncomingMessage: Incoming }, refusingWhenDraining(listener, drain))
  server.keepAliveTimeout = keepAliveMs
  server.requestTimeout = longestRequestMs
  return {
    listen: (host, port) =>
      new Promise((fulfil, reject) => {
        server.once('error', (error) => reject(listenFailure(error, host, port)))
        server.listen(port, host, fulfil)
      }),
    onUpgrade: (handle) => void server.on('upgrade', handle),
    close: async (withinMs) => {
      const closed = new Promise((fulfil) => server.close(fulfil))
      // A connection becomes idle when its last answer is out; it would stay open for the client's next request.
      const idle = setInterval(() => server.closeIdleConnections(), 50)
      const force = setTimeout(() => server.closeAllConnections(), withinMs)
      await closed
      clearInterval(idle)
      clearTimeout(force)
    },
  }
}
