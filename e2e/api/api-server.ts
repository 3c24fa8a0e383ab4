import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import routes from 'readyline:api-routes'
import { connection } from '@/lib/db/client'
import { createApiListener, rawPathOf } from '@/lib/http/api-listener'
import { limits } from '@/lib/limits'
import { isStationPath } from '@/lib/ocpp/door/station-path'
import { Gateway } from '@/lib/ocpp/gateway'
import { SimulationHost } from '@/lib/simulation/simulation-host'

// The API, the gateway and the demo depot's simulation, without pages: the same listeners and handlers that the production server uses. Prints its port.
// A test may shorten what a request may take.
Object.assign(limits, JSON.parse(process.env.TEST_LIMITS ?? '{}'))
const gateway = new Gateway(process.env.DATABASE_URL ?? '')
const server = createServer(createApiListener(routes))
server.on('upgrade', (incoming, socket, head) => {
  const path = rawPathOf(incoming)
  if (isStationPath(path)) gateway.handleUpgrade(path, incoming, socket, head)
  else socket.destroy()
})
let simulations: SimulationHost | undefined
server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo
  simulations = new SimulationHost(() => connection().db, `http://127.0.0.1:${port}`)
  process.send?.({ port })
})
process.on('disconnect', () => void Promise.all([simulations?.close(), gateway.close()]).finally(() => process.exit(0)))

// Who asks `event-loop` is told for how long the event loop stood still at most, in ms, since it was asked last.
const delay = monitorEventLoopDelay({ resolution: 1 })
delay.enable()
process.on('message', (message) => {
  if (message !== 'event-loop') return
  process.send?.({ longestMs: delay.max / 1e6 })
  delay.reset()
})
