import { setTimeout as sleep } from 'node:timers/promises'
import { call, firstNight, vehicleNights } from '@/bench/fleet/fleet-calls'

export const WEEK_DEPOT = 'bench-week'
const VEHICLES = 1_000
const NIGHTS = 7
const AT_ONCE = 8
const BATCH = 250

/** Makes a depot of 1,000 vehicles with a stay in each of seven nights through the API, and waits for their plans. */
export async function fillWeek(url: string, refreshToken: string): Promise<void> {
  const answer = await fetch(`${url}/api/auth/refreshAccessToken`, {
    headers: { authorization: `Bearer ${refreshToken}` },
  })
  const { token } = (await answer.json()) as { token: string }
  const send = (method: string, path: string, body?: unknown) => call(url, token, method, path, body)
  await send('PUT', `/locations/${WEEK_DEPOT}`, { name: 'Week of a thousand', timeZone: 'UTC', powerLimitkW: 80_000 })
  const ids = Array.from({ length: VEHICLES }, (_, index) => `${WEEK_DEPOT}.${index + 1}`)
  const battery = { fullChargeEnergykWh: 420, maxChargePowerkW: 150, supportsPauseResume: true }
  for (let first = 0; first < VEHICLES; first += AT_ONCE)
    await Promise.all(
      ids
        .slice(first, first + AT_ONCE)
        .map((id, index) =>
          send('PUT', `/vehicles/${id}`, { name: `Bus ${first + index + 1}`, locationUid: WEEK_DEPOT, ...battery }),
        ),
    )
  const from = firstNight(Date.now())
  for (let first = 0; first < VEHICLES; first += BATCH) {
    const vehicles = ids
      .slice(first, first + BATCH)
      .map((id, index) => vehicleNights(id, { index: first + index, nights: NIGHTS, from, lateMinutes: 0 }))
    await send('POST', '/schedules/batch', { vehicles })
  }
  const timeline = `/locations/${WEEK_DEPOT}/timeline?from=${from}&to=${from + NIGHTS * 86_400_000}`
  const isPlanned = async () => {
    const { stays } = (await send('GET', timeline)) as { stays: { planned: unknown[] }[] }
    return stays.every(({ planned }) => planned.length > 0)
  }
  while (!(await isPlanned())) await sleep(2_000)
}
