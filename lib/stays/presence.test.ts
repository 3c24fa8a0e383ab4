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
  const isAtTarget = fullPowerMs === 0
  return presenceOf(stayValue(stay), { now: NOW, followsEvents, marginMinutes: 10, isAtTarget, fullPowerMs })
}

describe('presenceOf where the chargers say nothing', () => {
  it.each([
    ['a stay to come is expected', ahead, { from: NOW + HOUR, to: NOW + 2 * HOUR, state: 'expected' }],
    ['a stay that has begun is here', around, { from: NOW - HOUR, to: NOW + HOUR, state: 'here' }],
    ['a stay that departs now is over', over, null],
  ])('%s, as the timetable says', (_, stay, expected) => {
    const found = presence(stay, false)
    if (expected === null) expect(found).toBeNull()
    else expect(found).toEqual({ ...expected, marginMinutes: 10, rank: 0 })
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
    [
      'just due and absent: expected in five minutes',
      { ...around, arrival: NOW - MINUTE },
      { from: NOW + 5 * MINUTE, to: NOW + HOUR, rank: 0, state: 'absent' },
    ],
    [
      'due and absent: expected after as long again as it is late',
      { ...around, arrival: NOW - 20 * MINUTE },
      { from: NOW + 20 * MINUTE, rank: 0, state: 'absent' },
    ],
    [
      'absent for over two hours: expected in an hour, after all others',
      { ...around, arrival: NOW - 121 * MINUTE, departure: NOW + 3 * HOUR },
      { from: NOW + HOUR, rank: 1, state: 'absent' },
    ],
    [
      'gone again before its departure: late since then',
      { ...around, departure: NOW + 3 * HOUR, measured: { ...connected, disconnectedAt: NOW - 10 * MINUTE } },
      { from: NOW + 10 * MINUTE, rank: 0, state: 'absent' },
    ],
    [
      'unplugged in its margin: it has left',
      { ...around, departure: NOW + 5 * MINUTE, measured: { ...connected, disconnectedAt: NOW - MINUTE } },
      { state: 'left' },
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
      { to: NOW + HOUR, marginMinutes: 0, rank: 1, state: 'overdue' },
    ],
  ])('%s', (_, stay, expected) => {
    expect(presence(stay, true)).toMatchObject(expected)
  })

  it('takes a vehicle that is unplugged at its target within an hour of its departure for one that has left', () => {
    const unplugged = { ...around, departure: NOW + 50 * MINUTE, measured: { ...connected, disconnectedAt: NOW } }
    expect(presence(unplugged, true, 0)).toMatchObject({ state: 'left' })
    expect(presence(unplugged, true)).toMatchObject({ state: 'absent' })
    expect(presence({ ...unplugged, departure: NOW + 61 * MINUTE }, true, 0)).toMatchObject({ state: 'absent' })
    expect(presence({ ...unplugged, measured: connected }, true, 0)).toMatchObject({ state: 'here' })
  })

  it('lets a stay be over that is disconnected after its departure, and one that is full stay on the board', () => {
    expect(presence({ ...over, measured: { ...connected, disconnectedAt: NOW } }, true)).toBeNull()
    expect(presence({ ...over, measured: connected }, true, 0)).toMatchObject({ to: NOW, state: 'overdue' })
    expect(presence(over, true)).toBeNull()
  })
})

describe('presenceOf while the chargers are only just connecting', () => {
  const whileConnecting = (stay: Parameters<typeof stayValue>[0], followsEvents: boolean) =>
    presenceOf(stayValue(stay), {
      ...{ now: NOW, followsEvents, areConnecting: true, marginMinutes: 10, isAtTarget: false, fullPowerMs: HOUR },
    })

  it.each([true, false])(
    'knows nothing of one that is due and not heard of yet (events so far: %s)',
    (followsEvents) => {
      const planned = { from: NOW - HOUR, to: NOW + HOUR, rank: 0, state: 'unheard' }
      expect(whileConnecting(around, followsEvents)).toMatchObject(planned)
      expect(whileConnecting(ahead, followsEvents)).toMatchObject({ state: 'expected' })
    },
  )

  it('believes what they have said', () => {
    expect(whileConnecting({ ...around, measured: connected }, true)).toMatchObject({ state: 'here' })
    const gone = { ...connected, disconnectedAt: NOW - 20 * MINUTE }
    expect(whileConnecting({ ...around, measured: gone }, true)).toMatchObject({ state: 'absent' })
  })
})
