import { afterAll, beforeAll, expect, test } from 'vitest'
import { listOccupants } from '@/lib/charging/list-occupants'
import type { ChargingEvent } from '@/lib/contract/charging-event'
import { createScratchDatabase, type ScratchDatabase } from '@/lib/db/fixtures/scratch-database'

const NOW = Date.UTC(2030, 0, 7, 22)

let scratch: ScratchDatabase
beforeAll(async () => {
  scratch = await createScratchDatabase()
})
afterAll(() => scratch?.drop())

/** One event at each of so many stations of a depot. */
function eventsAt(depot: string, stations: number): ChargingEvent[] {
  return Array.from({ length: stations }, (_, n) => ({
    ...{ id: `${depot}-${n}`, type: 'ev-connected', timestamp: NOW, locationUid: depot },
    ...{ stationId: `${depot}-CP-${n}`, evseId: '1' },
  })) as ChargingEvent[]
}

/** Whether a call about the second events waits for one about the first that is under way. */
async function waits(first: ChargingEvent[], second: ChargingEvent[]): Promise<boolean> {
  const { db } = scratch.connection
  let end = () => {}
  const held = new Promise<void>((resolve) => {
    end = resolve
  })
  let begin = () => {}
  const begun = new Promise<void>((resolve) => {
    begin = resolve
  })
  const slow = db.transaction(async (tx) => {
    await listOccupants(tx as never, first)
    begin()
    await held
  })
  await begun
  const other = db.transaction((tx) => listOccupants(tx as never, second))
  const waiting = async () =>
    (
      await scratch.connection.sql`select from pg_locks where locktype = 'advisory' and not granted
      and database = (select oid from pg_database where datname = current_database())`
    ).length > 0
  let isOver = false
  const over = other.then(() => {
    isOver = true
  })
  let hasWaited = false
  while (!isOver && !hasWaited) hasWaited = await waiting()
  end()
  await Promise.all([slow, over])
  return hasWaited
}

test.each<[string, ChargingEvent[], ChargingEvent[], boolean]>([
  ['other stations, also many', eventsAt('north', 200), eventsAt('south', 200), false],
  ['a station among others', eventsAt('north', 200), eventsAt('north', 1), true],
  ['a station that is one of very many', eventsAt('north', 300), eventsAt('north', 1), true],
  ['very many stations, of which one is busy', eventsAt('north', 1), eventsAt('north', 300), true],
])(
  'about %s: the second call waits for the first only where they share a station',
  async (_, first, second, expected) => {
    expect(await waits(first, second)).toBe(expected)
  },
)
