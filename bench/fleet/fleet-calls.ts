import { setTimeout as sleep } from 'node:timers/promises'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '@/lib/time/interval'

const PAUSE_MS = 500

/**
 * Sends a call with a token, again where it is told to try again later, and fails loudly: what a bench measures must
 * have happened.
 */
export async function call(url: string, token: string, method: string, path: string, body?: unknown): Promise<unknown> {
  const answer = await fetch(`${url}/api${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  const text = await answer.text()
  if (answer.status === 503) return sleep(PAUSE_MS).then(() => call(url, token, method, path, body))
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text.slice(0, 300)}`)
  return text === '' ? null : JSON.parse(text)
}

/** When the first night begins: in one to two hours, whenever the bench runs (epoch ms). */
export function firstNight(now: number): number {
  return Math.ceil(now / HOUR_MS) * HOUR_MS + HOUR_MS
}

/** A batch's entry: a vehicle's stays of the coming nights, all of them. `lateMinutes` moves their departures. */
export function vehicleNights(
  vehicleId: string,
  { index, nights, from, lateMinutes }: { index: number; nights: number; from: number; lateMinutes: number },
) {
  const schedules = Array.from({ length: nights }, (_, night) => {
    const arrival = from + night * DAY_MS + (index % 97) * 4 * MINUTE_MS
    const departure = arrival + 8 * HOUR_MS + (index % 53) * 3 * MINUTE_MS + lateMinutes * MINUTE_MS
    return {
      locationUid: vehicleId.split('.')[0],
      plannedArrivalTime: new Date(arrival).toISOString(),
      plannedDepartureTime: new Date(departure).toISOString(),
      startSoC: 20 + (index % 40),
      targetSoC: 90 + (index % 11),
    }
  })
  return { vehicleId, replaceFutureSchedules: true, schedules }
}
