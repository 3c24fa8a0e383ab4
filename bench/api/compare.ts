import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Starts a server on a free loopback port. @returns its address */
export async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

const ROUNDS = 25
const WARM_UP = 5

/**
 * Times two ways to do the same, in turns so that the machine's moods meet both alike.
 * @returns median milliseconds of each, and ours divided by the other's
 */
export async function compare(ours: () => Promise<unknown>, bare: () => Promise<unknown>, rounds = ROUNDS) {
  const times = { ours: [] as number[], bare: [] as number[] }
  for (let round = -WARM_UP; round < rounds; round += 1)
    for (const [name, work] of [
      ['ours', ours],
      ['bare', bare],
    ] as const) {
      const started = performance.now()
      await work()
      if (round >= 0) times[name].push(performance.now() - started)
    }
  const oursMs = median(times.ours)
  const bareMs = median(times.bare)
  return { oursMs, bareMs, ratio: oursMs / bareMs }
}

function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}
