import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

type Stop = () => Promise<void>

/** Something that tests share, and what they are told of it. */
export type Shared = { told: unknown; stop: Stop }

/**
 * Shares between the processes of a test run what is dear to make and not needed by every run: it is made when it is first
 * asked for, once for each name. @returns the URL to ask at (`askShared`), and what stops all that was made
 */
export async function shareOnDemand(make: (name: string) => Promise<Shared>): Promise<{ url: string; stop: Stop }> {
  const made = new Map<string, Promise<Shared>>()
  const server = createServer(async (request, response) => {
    const name = (request.url ?? '/').slice(1)
    const shared = made.get(name) ?? make(name)
    made.set(name, shared)
    const { status, body } = await shared.then(
      ({ told }) => ({ status: 200, body: told }),
      (error: Error) => ({ status: 500, body: { error: error.message } }),
    )
    response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body))
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: async () => {
      server.close()
      server.closeAllConnections()
      for (const shared of await Promise.allSettled(made.values()))
        if (shared.status === 'fulfilled') await shared.value.stop()
    },
  }
}
