import { setTimeout as sleep } from 'node:timers/promises'
import { call } from '@/bench/fleet/fleet-calls'
import { QUIET } from '@/bench/stations/depots'
import { until } from '@/bench/stations/measure'
import type { Bench } from '@/bench/stations/phases'
import { PLANNED_CHANNEL } from '@/lib/planning/notices'

const WITHIN_MS = 60_000
/** What comes later belongs to what happens then. */
const SENT_WITHIN_MS = 10_000
const STREAM_ROUNDS = 15

/**
 * The limit of a depot is cut, again and again. @returns for each round seconds from the plan being stored to the profile
 * at the first and at the last of the stations that get one
 */
export async function measurePlans({ api, sql, fleet }: Bench, uid: string, limits: readonly number[]) {
  const rounds: { first: number; last: number; stations: number }[] = []
  let storedAt = 0
  const { unlisten } = await sql.listen(PLANNED_CHANNEL, (about) => {
    if (about === uid && storedAt === 0) storedAt = Date.now()
  })
  const told = new Map<string, number>()
  const own = new Set(fleet.stations.filter((one) => one.locationUid === uid).map(({ settings }) => settings.id))
  fleet.heard.onTold = (id, action) => {
    if (action === 'SetChargingProfile' && own.has(id) && storedAt > 0 && !told.has(id)) told.set(id, Date.now())
  }
  for (const limitKw of limits) {
    storedAt = 0
    told.clear()
    await call(api.url, api.token, 'PATCH', `/locations/${uid}`, { powerLimitkW: limitKw })
    await until('a plan is stored', () => storedAt > 0, WITHIN_MS)
    await sleep(SENT_WITHIN_MS)
    const times = [...told.values()].map((at) => (at - storedAt) / 1000)
    rounds.push({ first: Math.min(...times), last: Math.max(...times), stations: times.length })
  }
  fleet.heard.onTold = () => {}
  await unlisten()
  return rounds
}

/** A charger says a fault, again and again. @returns seconds until the stream of its depot tells of it */
export async function measureStream({ api, fleet }: Bench): Promise<number[]> {
  const end = new AbortController()
  const answer = await fetch(`${api.url}/api/locations/${QUIET}/stream`, {
    headers: { authorization: `Bearer ${api.token}` },
    signal: end.signal,
  })
  let toldAt = 0
  const reading = readLines(answer, (line) => {
    if (line === 'event: stations') toldAt = Date.now()
  })
  const station = fleet.stations.find(({ locationUid }) => locationUid === QUIET)
  const times: number[] = []
  for (let round = 0; station && round < STREAM_ROUNDS; round += 1) {
    await sleep(3_000 + (round % 7) * 130)
    toldAt = 0
    const began = Date.now()
    void station.setFault(1, round % 2 === 0)
    await until('the stream tells', () => toldAt > 0, WITHIN_MS)
    times.push((toldAt - began) / 1000)
  }
  end.abort()
  await reading
  return times
}

async function readLines({ body }: Response, hear: (line: string) => void): Promise<void> {
  const decoder = new TextDecoder()
  let rest = ''
  try {
    for await (const chunk of body as unknown as AsyncIterable<Uint8Array>) {
      const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n')
      rest = lines.pop() ?? ''
      lines.forEach(hear)
    }
  } catch {
    // It was ended here.
  }
}
