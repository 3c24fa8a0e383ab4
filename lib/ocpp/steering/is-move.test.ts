import { expect, test } from 'vitest'
import { isMove } from '@/lib/ocpp/steering/is-move'
import { type EvseState, type StationState, UNKNOWN_STATION } from '@/lib/stations/station-state'

const state = (evse: Partial<EvseState>): StationState => ({
  ...UNKNOWN_STATION,
  evses: { 1: { connectors: {}, past: [], ...evse } },
})
const drawing = (powerKw: number, at = 2) => state({ pluggedAt: 1, reading: { at, powerKw } })
const told = (kw?: number) => () => kw

test.each([
  ['a vehicle is plugged in', state({}), state({ pluggedAt: 1 }), true],
  [
    'a transaction begins',
    state({ pluggedAt: 1 }),
    state({ pluggedAt: 1, transaction: { id: '1', startedAt: 2 } }),
    true,
  ],
  ['more is drawn than was told', drawing(50, 2), drawing(60, 3), true],
  ['what was told is drawn', drawing(49, 2), drawing(51, 3), false],
  ['W in place of kW is read, and less than was told', drawing(49, 2), drawing(49_000, 3), false],
  ['the same reading is there still', drawing(60, 2), drawing(60, 2), false],
])('when %s, what may be drawn is decided anew: %#', (_, before, after, expected) => {
  expect(isMove(before, after, told(50))).toBe(expected)
})

test('where nothing was told, no reading is too high', () => {
  expect(isMove(drawing(50, 2), drawing(500, 3), told())).toBe(false)
})
