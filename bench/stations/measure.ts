import { setTimeout as sleep } from 'node:timers/promises'
import type { Api } from '@/bench/stations/depots'

/** Waits until something is so. @returns for how long, seconds @throws when it is not in time */
export async function until(what: string, isSo: () => boolean | Promise<boolean>, withinMs: number): Promise<number> {
  const began = performance.now()
  while (!(await isSo())) {
    if (performance.now() - began > withinMs) throw new Error(`After ${withinMs / 1000} s not yet so: ${what}.`)
    await sleep(50)
  }
  return (performance.now() - began) / 1000
}

export function percentile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN
}

/** Reads a vehicle again and again until something has ended. @returns ms of each call */
export async function readMeanwhile({ url, token }: Api, path: string, work: Promise<unknown>): Promise<number[]> {
  const times: number[] = []
  let isOver = false
  const over = () => {
    isOver = true
  }
  work.then(over, over)
  while (!isOver) {
    const began = performance.now()
    const answer = await fetch(`${url}/api${path}`, { headers: { authorization: `Bearer ${token}` } })
    await answer.arrayBuffer()
    if (!answer.ok) throw new Error(`${path} was answered with ${answer.status}.`)
    times.push(performance.now() - began)
    await sleep(20)
  }
  return times
}

export type Point = { at: number; value: number }

/** The slope of values over time by least squares, per hour. */
export function slopePerHour(points: readonly Point[]): number {
  const mean = (values: number[]) => values.reduce((total, value) => total + value, 0) / values.length
  const [at, value] = [mean(points.map((point) => point.at)), mean(points.map((point) => point.value))]
  const spread = points.reduce((total, point) => total + (point.at - at) ** 2, 0)
  const moved = points.reduce((total, point) => total + (point.at - at) * (point.value - value), 0)
  return (moved / spread) * 3_600_000
}
