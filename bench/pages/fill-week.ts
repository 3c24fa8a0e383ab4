import { setTimeout as sleep } from 'node:timers/promises'
import { call, firstNight, vehicleNights } from '@/bench/fleet/fleet-calls'
import { DAY_MS, MINUTE_MS } from '@/lib/time/interval'

export const WEEK_DEPOT = 'bench-week'
const VEHICLES = 1_000
const NIGHTS = 7
const AT_ONCE = 8
const BATCH = 50
const LOOK_EVERY_MS = 5_000
/** A run has time for some of the days, and fewer beside other work: the next one goes on. */
const LONGEST_MS = 30 * MINUTE_MS

type Send = (method: string, path: string, body?: unknown) => Promise<unknown>

/** Makes a depot of 1,000 vehicles with a stay in each of seven nights through the API, and waits until all have a plan. */
export async function fillWeek(url: string, refreshToken: string): Promise<void> {
  const answer = await fetch(`${url}/api/auth/refreshAccessToken`, {
    headers: { authorization: `Bearer ${refreshToken}` },
  })
  const { token } = (await answer.json()) as { token: string }
  const send: Send = (method, path, body) => call(url, token, method, path, body)
  // The strategy that is planned soonest: pages draw plans, whatever they were made for.
  const settings = { timeZone: 'UTC', powerLimitkW: 80_000, strategy: 'as-soon-as-possible' }
  await send('PUT', `/locations/${WEEK_DEPOT}`, { name: 'Week of a thousand', ...settings })
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
  const plan = () =>
    fetch(`${url}/api/locations/${WEEK_DEPOT}/plan`, { method: 'POST', headers: { authorization: `Bearer ${token}` } })
  await untilPlanned(send, plan, { from, to: from + NIGHTS * DAY_MS })
}

/** Looks at one vehicle of each hundred until these are planned, then at all: reading all of them takes time from the planner. */
async function untilPlanned(
  send: Send,
  plan: () => Promise<Response>,
  { from, to }: { from: number; to: number },
): Promise<void> {
  const started = Date.now()
  const missing = async (whose: string) => {
    const path = `/locations/${WEEK_DEPOT}/timeline?from=${from}&to=${to}${whose}`
    const { stays } = (await send('GET', path)) as { stays: { planned: unknown[] }[] }
    return stays.filter(({ planned }) => planned.length === 0).length
  }
  const some = Array.from({ length: VEHICLES / 100 }, (_, index) => `&vehicleId=${WEEK_DEPOT}.${index * 100 + 1}`)
  for (;;) {
    const left = (await missing(some.join(''))) || (await missing(''))
    if (left === 0) return
    if (Date.now() - started > LONGEST_MS)
      throw new Error(`${left} stays or more have no plan after ${LONGEST_MS / MINUTE_MS} minutes: see the log.`)
    // Whether there was time for all of it, the next look says.
    await (await plan()).arrayBuffer()
    await sleep(LOOK_EVERY_MS)
  }
}
