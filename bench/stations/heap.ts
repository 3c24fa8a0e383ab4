import { once } from 'node:events'
import { WebSocket } from 'ws'

const MIB = 2 ** 20

/**
 * Asks a process that was started with `--inspect` on a port to collect its garbage. @returns MiB of what is left: its
 * objects, and what those hold outside of the heap
 */
export class Heap {
  private calls = 0

  private constructor(private readonly socket: WebSocket) {}

  static async of(port: number): Promise<Heap> {
    const answer = await fetch(`http://127.0.0.1:${port}/json/list`)
    const [target] = (await answer.json()) as { webSocketDebuggerUrl: string }[]
    const socket = new WebSocket(target?.webSocketDebuggerUrl ?? '', { perMessageDeflate: false, maxPayload: 2 ** 30 })
    await once(socket, 'open')
    return new Heap(socket)
  }

  async collected(): Promise<{ objects: number; outside: number }> {
    await this.call('HeapProfiler.collectGarbage')
    const { result } = (await this.call('Runtime.evaluate', {
      ...{ expression: 'process.memoryUsage()', returnByValue: true },
    })) as { result: { value: NodeJS.MemoryUsage } }
    return { objects: result.value.heapUsed / MIB, outside: result.value.external / MIB }
  }

  /** What lies in the heap, as developer tools read it. */
  async snapshot(write: (chunk: string) => void): Promise<void> {
    const hear = (data: Buffer) => {
      const { method, params } = JSON.parse(data.toString())
      if (method === 'HeapProfiler.addHeapSnapshotChunk') write(params.chunk)
    }
    this.socket.on('message', hear)
    await this.call('HeapProfiler.takeHeapSnapshot')
    this.socket.off('message', hear)
  }

  close(): void {
    this.socket.terminate()
  }

  private call(method: string, params = {}): Promise<unknown> {
    const id = ++this.calls
    return new Promise((resolve) => {
      const hear = (data: Buffer) => {
        const answer = JSON.parse(data.toString())
        if (answer.id !== id) return
        this.socket.off('message', hear)
        resolve(answer.result)
      }
      this.socket.on('message', hear)
      this.socket.send(JSON.stringify({ id, method, params }))
    })
  }
}
