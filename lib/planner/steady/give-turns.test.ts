import { describe, expect, it } from 'vitest'
import { staysOf } from '@/lib/planner/model/stay'
import { parseProblem } from '@/lib/planner/parse-problem'
import { RoomSteps } from '@/lib/planner/segments/room-steps'
import { giveTurns } from '@/lib/planner/steady/give-turns'
import { Turn } from '@/lib/planner/steady/turn'

const EVENING = Date.parse('2026-11-23T18:00:00Z')
const HOUR_S = 3600

/** A bus of 300 kWh and 100 kW with a target of 80 %, that leaves after so many hours and draws now or not. */
type Bus = { soc: number; hours: number; drawsKw?: number }

/** Which bus draws first and which next, where there is room for one at a time. */
function order(buses: Record<string, Bus>): string[] {
  const parsed = parseProblem({
    ...{ format: 'depot-problem/1', now: EVENING, strategy: 'peak-supression' },
    site: { powerLimitkW: 100, readyBufferMinutes: 30 },
    schedules: Object.entries(buses).map(([id, { soc, hours }]) => ({
      ...{ id, from: EVENING, to: EVENING + hours * HOUR_S * 1000, startSoc: soc, targetSoc: 80 },
      ev: { batterySizekWh: 300, maxPowerkW: 100, chargingCurve: [{ soc: 80, powerkW: 100 }] },
    })),
  })
  if ('faults' in parsed) throw new Error(JSON.stringify(parsed.faults))
  const turns = staysOf(parsed.problem).map(
    (stay) => new Turn(stay, stay.needKwh, buses[stay.schedule.id]?.drawsKw ?? 0, 30 * 60),
  )
  const fromS = EVENING / 1000
  const room = new RoomSteps([{ fromS, kw: 100 }], fromS + 12 * HOUR_S)
  giveTurns(turns, room, [{ toS: Number.POSITIVE_INFINITY, leftKwh: Number.POSITIVE_INFINITY }], 0.08)
  const pieces = turns.flatMap(({ stay, pieces: own }) => own.map((piece) => ({ ...piece, id: stay.schedule.id })))
  const ids = pieces.sort((a, b) => a.fromS - b.fromS).map(({ id }) => id)
  return ids.filter((id, k) => id !== ids[k - 1])
}

describe('where there is room for one at a time', () => {
  it.each<[string, Record<string, Bus>, string[]]>([
    [
      'one that charges goes on, though another has less time',
      { going: { soc: 40, hours: 10, drawsKw: 100 }, other: { soc: 40, hours: 5 } },
      ['going', 'other'],
    ],
    [
      'one whose time is tight comes before one that charges',
      { going: { soc: 40, hours: 10, drawsKw: 100 }, tight: { soc: 40, hours: 1.5 } },
      ['tight', 'going'],
    ],
    [
      'one that is nearly done comes before one that leaves sooner',
      { other: { soc: 20, hours: 8 }, nearlyDone: { soc: 73, hours: 9 } },
      ['nearlyDone', 'other'],
    ],
    [
      'the one with the least time to spare comes first else',
      { other: { soc: 20, hours: 9 }, sooner: { soc: 20, hours: 8 } },
      ['sooner', 'other'],
    ],
  ])('%s', (_, buses, expected) => {
    expect(order(buses)).toEqual(expected)
  })
})
