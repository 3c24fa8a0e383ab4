import { fork } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { WebSocket } from 'ws'
import { inTurns } from '@/bench/stations/depots'
import { bundle } from '@/scripts/bundle.mjs'

/**
 * What a bare `ws` echo server uses for as many connections that each send as large a message as often.
 * @returns the share of one core
 */
export async function measureEcho(options: { sockets: number; everyMs: number; forMs: number }): Promise<number> {
  const { sockets, everyMs, forMs } = options
  const child = fork(await bundle('echo-server', 'bench/stations'))
  try {
    const [{ port }] = (await once(child, 'message')) as [{ port: number }]
    const seconds = async () => {
      const answer = once(child, 'message')
      child.send('seconds')
      return ((await answer) as [{ seconds: number }])[0].seconds
    }
    const all = await inTurns(Array.from({ length: sockets }), async () => {
      const socket = new WebSocket(`ws://127.0.0.1:${port}`, { perMessageDeflate: false })
      await once(socket, 'open')
      return socket
    })
    const timers = all.map((socket, n) =>
      setTimeout(
        () => {
          socket.send(MESSAGE)
          timers[n] = setInterval(() => socket.send(MESSAGE), everyMs)
        },
        (n / sockets) * everyMs,
      ),
    )
    const before = await seconds()
    await sleep(forMs)
    const used = (await seconds()) - before
    for (const [n, socket] of all.entries()) {
      clearInterval(timers[n])
      socket.terminate()
    }
    return used / (forMs / 1000)
  } finally {
    child.disconnect()
  }
}

/** A meter value as the stations of the bench send it. */
const MESSAGE = JSON.stringify([
  ...[2, 's123', 'MeterValues'],
  {
    ...{ connectorId: 1, transactionId: 12345 },
    meterValue: [
      {
        timestamp: '2030-01-07T17:30:00.000Z',
        sampledValue: [
          { value: '28913', measurand: 'Power.Active.Import', unit: 'W' },
          { value: '1001234', measurand: 'Energy.Active.Import.Register', unit: 'Wh' },
          { value: '47', measurand: 'SoC', unit: 'Percent' },
        ],
      },
    ],
  },
])
