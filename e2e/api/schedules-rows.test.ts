import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { call, makeLocation, makeVehicle } from '@/e2e/api/client'
import { given } from '@/e2e/api/given'
import { SYSTEM } from '@/lib/context'
import { type Connection, connect } from '@/lib/db/client'
import { Refusal } from '@/lib/errors'
import { deleteSchedule } from '@/lib/schedules/delete-schedule'
import { listLocationSchedules } from '@/lib/schedules/list-location-schedules'
import { listVehicleSchedules } from '@/lib/schedules/list-vehicle-schedules'
import { loadSchedules } from '@/lib/schedules/load-schedules'
import { patchSchedules } from '@/lib/schedules/patch-schedules'
import { postSchedules } from '@/lib/schedules/post-schedules'
import { occurrencesIn, type RuleOccurrence } from '@/lib/schedules/rule-occurrences'
import { formatDay } from '@/lib/time/calendar-day'
import { DAY_MS, HOUR_MS } from '@/lib/time/interval'

/** A Saturday in a time zone whose clock changes on the Sunday of the week after: nobody plans that far ahead. */
const BEGIN = Date.UTC(2031, 2, 22)

let connection: Connection
let uid: string
let id: string
let vehicleKey: number

beforeAll(() => {
  connection = connect(given('databaseUrl'), { max: 2 })
})
afterAll(() => connection.close())
beforeEach(async () => {
  uid = await makeLocation({ timeZone: 'Europe/Helsinki' })
  id = await makeVehicle({ locationUid: uid })
  const [row] = await connection.db.execute<{ key: number }>(
    sql`select key::float8 as key from vehicle where id = ${id}`,
  )
  vehicleKey = row?.key ?? 0
})

/** Numbers that look random and are the same in every run (mulberry32). */
function numbers(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

const load = (now: number) =>
  loadSchedules(connection.db, vehicleKey, { now, departures: [], ids: [], withPlans: false })

/** Writes an occurrence's row as planning does. */
async function giveRow(occurrence: RuleOccurrence): Promise<void> {
  await connection.db.execute(sql`
    insert into stay (id, vehicle_key, location_uid, arrival, departure, start_soc, target_soc, minimum_soc, priority,
      rule_key, rule_version_key, original_date)
    select ${occurrence.id}, r.vehicle_key, ${occurrence.locationUid}, ${new Date(occurrence.arrival).toISOString()}::timestamptz,
      ${new Date(occurrence.departure).toISOString()}::timestamptz, ${occurrence.startSoc}::float8, ${occurrence.targetSoc}::float8,
      ${occurrence.minimumSoc}::float8, ${occurrence.priority}::int, r.key, ${occurrence.version.key}::bigint,
      to_date(${formatDay(occurrence.day)}, 'YYYYMMDD')
    from rule r where r.id = ${occurrence.ruleId}`)
}

async function giveRows(now: number, chosen: () => boolean): Promise<void> {
  const { rules, stays } = await load(now)
  for (const rule of rules.values())
    for (const occurrence of occurrencesIn(rule, { from: now, to: now + 2 * DAY_MS }))
      if (!stays.has(occurrence.id) && chosen()) await giveRow(occurrence)
}

async function lists(now: number) {
  const context = { who: SYSTEM, now, db: connection.db }
  const range = { from: now - 10 * DAY_MS, to: now + 60 * DAY_MS }
  const ofVehicle = JSON.parse(await listVehicleSchedules(context, { vehicleId: id, ...range }))
  const atLocation = JSON.parse(await listLocationSchedules(context, { locationUid: uid, ...range }))
  return { ofVehicle: ofVehicle.schedules, atLocation: atLocation.schedules }
}

/** What must hold after every call: rows say what their rule says, both lists agree, nothing to come overlaps. */
async function expectConsistency(now: number): Promise<void> {
  const { rules, stays } = await load(now)
  const said = new Map(
    [...rules.values()].flatMap((rule) =>
      occurrencesIn(rule, { from: now - 40 * DAY_MS, to: now + 60 * DAY_MS }).map(
        (occurrence) => [occurrence.id, occurrence] as const,
      ),
    ),
  )
  for (const { id: occurrence, occurrence: of, arrival, departure, targetSoc } of stays.values())
    if (of)
      expect(said.get(occurrence)).toMatchObject({ arrival, departure, targetSoc, version: { key: of.version.key } })
  const { ofVehicle, atLocation } = await lists(now)
  expect(ofVehicle).toEqual(atLocation)
  expect(new Set(ofVehicle.map((one: { id: string }) => one.id)).size).toBe(ofVehicle.length)
  const coming = ofVehicle
    .map((one: Record<string, string>) =>
      [one.plannedArrivalTime, one.plannedDepartureTime].map((at) => Date.parse(at ?? '')),
    )
    .filter(([, departure]: number[]) => (departure ?? 0) > now)
  for (let index = 1; index < coming.length; index++)
    expect(Math.max(now, coming[index][0])).toBeGreaterThanOrEqual(coming[index - 1][1])
}

/** One call with times near `now`; a refusal is an answer like any other. */
async function anyCall(now: number, below: (limit: number) => number): Promise<void> {
  const context = { who: SYSTEM, now, db: connection.db }
  const entry = () => {
    const arrival = now + ((below(160) - 50) * HOUR_MS) / 2
    const rule = `FREQ=DAILY;INTERVAL=${1 + below(2)}${['', ';COUNT=3', ';COUNT=9'][below(3)]}`
    const times = { plannedArrivalTime: arrival, plannedDepartureTime: arrival + ((1 + below(30)) * HOUR_MS) / 2 }
    return { ...times, locationUid: uid, ...(below(3) === 0 && { recurrenceRule: rule }) }
  }
  const known = (await lists(now)).ofVehicle
  const one = known[below(Math.max(1, known.length))]
  const what = one ? below(10) : 0
  if (what < 5) {
    const schedules = Array.from({ length: below(4) }, entry)
    await postSchedules(context, { vehicleId: id, schedules, replaceFutureSchedules: below(2) === 0 })
  } else {
    const scheduleId = below(4) === 0 ? one.id.split(':')[0] : one.id
    const departure = Date.parse(one.plannedDepartureTime) + (below(8) - 3) * HOUR_MS
    const change = below(2) === 0 ? { targetSoC: below(100) } : { plannedDepartureTime: departure }
    if (what < 8) await patchSchedules(context, { vehicleId: id, schedules: [{ id: scheduleId, ...change }] })
    else await deleteSchedule(context, { vehicleId: id, scheduleId })
  }
}

test.each([1, 2, 3, 4, 5, 6, 7, 8])(
  'rows of occurrences follow their rules, and both lists agree, through any calls over a clock change (series %d)',
  async (seed) => {
    const below = numbers(seed)
    let now = BEGIN
    for (let step = 0; step < 15; step++) {
      now += (below(24) * HOUR_MS) / 2
      try {
        await anyCall(now, below)
      } catch (error) {
        if (!(error instanceof Refusal)) throw error
      }
      await giveRows(now, () => below(2) === 0)
      await expectConsistency(now)
    }
  },
)

test('a location that moves to another time zone moves the occurrences to come, planned ones too', async () => {
  const context = { who: SYSTEM, now: Date.now(), db: connection.db }
  const arrival = Math.floor(Date.now() / HOUR_MS) * HOUR_MS + 30 * HOUR_MS
  const rule = { plannedArrivalTime: arrival, plannedDepartureTime: arrival + HOUR_MS, recurrenceRule: 'FREQ=DAILY' }
  await postSchedules(context, { vehicleId: id, schedules: [rule] })
  await giveRows(context.now, () => true)
  await call('PATCH', `/locations/${uid}`, { body: { timeZone: 'Pacific/Auckland' } })
  await expectConsistency(Date.now())
})
