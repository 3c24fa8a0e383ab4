import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import routes from 'readyline:api-routes'
import { createApiListener } from '@/lib/http/api-listener'

// The API alone, without pages: the same listener and handlers that the production server uses. Prints its port.
const server = createServer(createApiListener(routes))
server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }))
process.on('disconnect', () => process.exit(0))
