import { describe, expect, it } from 'vitest'
import { NOW, stayValue } from '@/lib/planning/fixtures/depot-values'
import { presenceOf } from '@/lib/stays/presence'

const HOUR = 3_600_000
const MINUTE = 60_000

const around = { arrival: NOW - HOUR, departure: NOW + HOUR, priority: 2 }
const ahead = { arrival: NOW + HOUR, departure: NOW + 2 * HOUR, priority: 2 }
const over = { arrival: NOW - 2 * HOUR, departure: NOW, priority: 2 }
const connected = { connectedAt: NOW - 30 * MINUTE }

function presence(stay: Parameters<typeof stayValue>[0], followsEvents: boolean, fullPowerMs = HOUR) {
  return presenceOf(stayValue(stay), { now: NOW, followsEvents, marginMinutes: 10, fullPowerMs })
}

describe('presenceOf where the chargers say nothing', () => {
  it.each([
    ['a stay to come is expected', ahead, { from: NOW + HOUR, to: NOW + 2 * HOUR, state: 'expected' }],
    ['a stay that has begun is here', around, { from: NOW - HOUR, to: NOW + HOUR, state: 'here' }],
    ['a stay that departs now is over', over, null],
  ])('%s, as the timetable says', (_, stay, expected) => {
    const found = presence(stay, false)
    if (expected === null) expect(found).toBeNull()
    else expect(found).toEqual({ ...expected, marginMinutes: 10, priority: 2 })
  })
})

describe('presenceOf where the chargers say who is there', () => {
  it.each([
    [
      'connected: there from its connection',
      { ...around, measured: connected },
      { from: NOW - 30 * MINUTE, state: 'here' },
    ],
    [
      'connected early: there before its arrival',
      { ...ahead, measured: connected },
      { from: NOW - 30 * MINUTE, state: 'here' },
    ],
    [
      'connected far too early: not more than four hours before its arrival',
      { ...ahead, measured: { connectedAt: NOW - 10 * HOUR } },
      { from: NOW - 3 * HOUR, state: 'here' },
    ],
    ['due and absent: expected in five minutes', around, { from: NOW + 5 * MINUTE, to: NOW + HOUR, state: 'absent' }],
    [
      'gone again before its departure: expected in five minutes',
      { ...around, measured: { ...connected, disconnectedAt: NOW - MINUTE } },
      { from: NOW + 5 * MINUTE, state: 'absent' },
    ],
    ['not due yet: as the timetable says', ahead, { from: NOW + HOUR, to: NOW + 2 * HOUR, state: 'expected' }],
    [
      'absent just before its departure: no time left',
      { ...around, departure: NOW + MINUTE },
      { from: NOW + MINUTE, to: NOW + MINUTE, state: 'absent' },
    ],
    [
      'still connected after its departure and below target: leaves when it can be full, without margin, after all others',
      { ...over, measured: connected },
      { to: NOW + HOUR, marginMinutes: 0, priority: -1_000, state: 'overdue' },
    ],
  ])('%s', (_, stay, expected) => {
    expect(presence(stay, true)).toMatchObject(expected)
  })

  it('lets a stay be over that is disconnected or full after its departure', () => {
    expect(presence({ ...over, measured: { ...connected, disconnectedAt: NOW } }, true)).toBeNull()
    expect(presence({ ...over, measured: connected }, true, 0)).toBeNull()
    expect(presence(over, true)).toBeNull()
  })
})
