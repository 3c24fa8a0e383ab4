// What the gateway is compared with: a bare `ws` server that sends back what it gets. Tells its port, and when asked what
// processor time it has used (seconds). Ends with whoever started it.
import type { AddressInfo } from 'node:net'
import { WebSocketServer } from 'ws'
import { cpuMs } from '@/bench/cpu-time'

const server = new WebSocketServer({ host: '127.0.0.1', port: 0, perMessageDeflate: false })
server.on('connection', (socket) => socket.on('message', (data, isBinary) => socket.send(data, { binary: isBinary })))
server.on('listening', () => process.send?.({ port: (server.address() as AddressInfo).port }))
process.on('message', () => process.send?.({ seconds: cpuMs() / 1000 }))
process.on('disconnect', () => process.exit(0))
