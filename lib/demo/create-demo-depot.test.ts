import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { SYSTEM } from '@/lib/context'
import { createScratchDatabase, type ScratchDatabase } from '@/lib/db/fixtures/scratch-database'
import { createDemoDepot, DEMO_LOCATION_UID } from '@/lib/demo/create-demo-depot'
import { CANNOT_MAKE_IT, UNKNOWN_BATTERY } from '@/lib/demo/demo-vehicles'
import { clearDepots } from '@/lib/planning/fixtures/depot-rows'
import { getLoad } from '@/lib/planning/get-load'
import { planPending } from '@/lib/planning/plan-location'
import { getReadiness } from '@/lib/readiness/get-readiness'

let scratch: ScratchDatabase

beforeAll(async () => {
  scratch = await createScratchDatabase()
})
afterAll(() => scratch.drop())
beforeEach(() => clearDepots(scratch.connection.db))

const at = (now: string) => ({ who: SYSTEM, now: Date.parse(now), db: scratch.connection.db })
const locationUid = DEMO_LOCATION_UID

/** Every hour of a day, a Friday and a Sunday, and nights in which the clock changes. */
const MOMENTS = [
  '2026-11-22T02:10:00Z',
  '2026-11-22T08:40:00Z',
  '2026-11-22T13:37:11.250Z',
  '2026-11-20T20:05:00Z',
  '2026-03-28T22:30:00Z',
  '2026-10-25T00:30:00Z',
]

describe('createDemoDepot', () => {
  it.each(MOMENTS)('tells its story around %s', async (now) => {
    await createDemoDepot(at(now))
    await planPending(at(now), locationUid)
    expect(
      await scratch.connection.sql`select 1 from vehicle_location where location_uid = ${locationUid}`,
    ).toHaveLength(30)
    const board = await getReadiness(at(now), { locationUid, hours: 12 })
    const stateOf = (id: string) => board.departures.find(({ schedule }) => schedule.evId === id)?.state
    expect(board.departures.length).toBeGreaterThanOrEqual(8)
    expect(stateOf(CANNOT_MAKE_IT)).toBe('will-miss')
    expect(stateOf(UNKNOWN_BATTERY)).toBe('no-plan')
    const missing = board.departures.filter(({ state }) => state === 'will-miss')
    expect(missing.map(({ schedule }) => schedule.evId)).toEqual([CANNOT_MAKE_IT])
    const load = await getLoad(at(now), { locationUid })
    expect(load.uncontrolled.peakkW).toBeGreaterThan(load.totals.peakkW)
    expect(load.totals.peakkW).toBeLessThanOrEqual(1_000)
  })

  it('is the same for the same moment, however often it is made', async () => {
    const now = '2026-11-22T20:05:00Z'
    const rows = () =>
      scratch.connection.sql`select id, vehicle_key, arrival, departure, start_soc from stay order by 1`
    await createDemoDepot(at(now))
    const first = await rows()
    await createDemoDepot(at(now))
    expect(await rows()).toEqual(first)
  })
})
