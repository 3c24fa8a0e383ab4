import { createServer, connect as dial, type Server, type Socket } from 'node:net'
import { listen } from '@/bench/api/compare'

/** What stands before the instances: each connection goes to the next of those that take one. */
export class Balancer {
  ports: number[] = []
  url = ''
  private turn = 0
  private readonly server: Server = createServer((socket) => this.pass(socket, this.ports.length))

  async listen(): Promise<void> {
    this.url = await listen(this.server as Parameters<typeof listen>[0])
  }

  close(): void {
    this.server.close()
  }

  private pass(socket: Socket, attempts: number): void {
    const port = this.ports[this.turn++ % this.ports.length]
    if (port === undefined || attempts === 0) {
      socket.destroy()
      return
    }
    const upstream = dial(port, '127.0.0.1')
    socket.on('error', () => upstream.destroy())
    upstream.once('error', () => this.pass(socket, attempts - 1))
    upstream.once('connect', () => {
      upstream.removeAllListeners('error')
      upstream.on('error', () => socket.destroy())
      upstream.on('close', () => socket.destroy())
      socket.on('close', () => upstream.destroy())
      socket.pipe(upstream).pipe(socket)
    })
  }
}
