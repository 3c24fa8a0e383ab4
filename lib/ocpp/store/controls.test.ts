import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createScratchDatabase, type ScratchDatabase } from '@/lib/db/fixtures/scratch-database'
import { insertDepot, insertStation } from '@/lib/ocpp/fixtures/station-rows'
import { newControl, type StationControl } from '@/lib/ocpp/profiles/control'
import { ControlWriter, changeControls } from '@/lib/ocpp/store/controls'

const NOW = Date.UTC(2030, 0, 7, 22)
let scratch: ScratchDatabase

beforeAll(async () => {
  scratch = await createScratchDatabase()
  const { sql } = scratch.connection
  for (const [uid, id] of [
    ['north', 'CP'],
    ['south', 'CP-S'],
  ] as const) {
    await insertDepot(sql, uid)
    await insertStation(sql, uid, id)
  }
})
afterAll(() => scratch.drop())
beforeEach(async () => {
  await scratch.connection.sql`delete from station_control`
})

const control = (changes: Partial<StationControl> = {}): StationControl => ({ ...newControl(NOW), ...changes })
const write = (next: StationControl) =>
  changeControls(scratch.connection.db, [{ stationId: 'CP', change: () => ({ control: next, result: true }) }], NOW)

/** Whether a plan is asked for when what a station was told becomes `after`. */
async function isPlanned(before: StationControl, after: StationControl): Promise<boolean> {
  const { sql } = scratch.connection
  await write(before)
  await sql`delete from plan_request`
  await write(after)
  return (await sql`select from plan_request where location_uid = 'north'`).length > 0
}

const steered = control({ isProven: true })
const woken = control({ isProven: true, ledgers: { 1: { uncertain: [], pause: { wokenAt: NOW } } } })
const deaf = control({ rung: 'none' })

describe('what a station was told', () => {
  test.each<[string, StationControl, StationControl]>([
    ['it follows nothing any more', steered, deaf],
    ['it follows again', deaf, steered],
    ['a vehicle there cannot pause', steered, woken],
    ['that vehicle has left', woken, steered],
  ])('asks for a plan when %s', async (_, before, after) => {
    expect(await isPlanned(before, after)).toBe(true)
  })

  test.each<[string, StationControl, StationControl]>([
    ['nothing changes', deaf, deaf],
    ['it is found to follow', control(), steered],
    ['it follows on another rung', steered, control({ rung: 'default', isProven: true })],
    [
      'it is told another power',
      woken,
      { ...woken, ledgers: { 1: { ...woken.ledgers[1], uncertain: [], sentAt: NOW } } },
    ],
  ])('asks for none when %s', async (_, before, after) => {
    expect(await isPlanned(before, after)).toBe(false)
  })

  test('is changed once for each of several changes, in their order, and by none that changes nothing', async () => {
    const { db, sql } = scratch.connection
    const add = (timeouts: number) => ({
      stationId: 'CP',
      change: (known: StationControl) => ({
        control: { ...known, timeouts: known.timeouts * 10 + timeouts },
        result: timeouts,
      }),
    })
    const nothing = { stationId: 'CP', change: () => null }
    const unknown = { stationId: 'nobody', change: () => ({ control: control(), result: 9 }) }
    expect(await changeControls(db, [add(1), nothing, add(2), unknown, add(3)], NOW)).toEqual([1, null, 2, null, 3])
    expect(await sql`select (control ->> 'timeouts')::int as timeouts from station_control`).toEqual([
      { timeouts: 123 },
    ])
  })
})

test('a depot whose rows are held for long holds up no other', async () => {
  const { db, sql } = scratch.connection
  await write(steered)
  const writer = new ControlWriter(db)
  const change = (id: string, locationUid: string) =>
    writer.change({ id, locationUid }, (known) => ({ control: { ...known, timeouts: 1 }, result: id }))
  let held: Promise<string | null> | undefined
  await sql.begin(async (deciding) => {
    await deciding`select from station_control where station_id = 'CP' for update`
    held = change('CP', 'north')
    expect(await change('CP-S', 'south')).toBe('CP-S')
    let isOver = false
    void held.finally(() => {
      isOver = true
    })
    // One more of the other depot: had the first not been held, it would be over by now.
    expect(await change('CP-S', 'south')).toBe('CP-S')
    expect(isOver).toBe(false)
  })
  expect(await held).toBe('CP')
})
