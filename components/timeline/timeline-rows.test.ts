import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { DrawnStay } from '@/components/timeline/stay'
import { chooseRows, type RowChoice, rowsOf, searchRows, staysBetween } from '@/components/timeline/timeline-rows'

const stay = (vehicleId: string, from: number, to: number): DrawnStay => ({
  id: `${vehicleId}-${from}`,
  vehicleId,
  from,
  to,
  targetSoc: 90,
  state: 'on-track',
  frozen: false,
  pastPath: '',
})

const vehicles = [
  { id: 'bus-2', name: 'Bus 2', licensePlate: 'ABC-123' },
  { id: 'bus-10', name: 'Bus 10' },
]

test('each vehicle has its row in the given order, with or without stays; a vehicle that is gone keeps its stays', () => {
  const rows = rowsOf(vehicles, [stay('old', 5, 6), stay('bus-10', 7, 9), stay('bus-10', 1, 3)])
  expect(rows.map(({ name, stays }) => [name, stays.map(({ from }) => from)])).toEqual([
    ['Bus 2', []],
    ['Bus 10', [1, 7]],
    ['old', [5]],
  ])
})

test('a search reads names, plates and ids', () => {
  const rows = rowsOf(vehicles, [])
  expect(searchRows(rows, 'abc').map(({ name }) => name)).toEqual(['Bus 2'])
  expect(searchRows(rows, 'bus-1').map(({ name }) => name)).toEqual(['Bus 10'])
  expect(searchRows(rows, ' ').length).toBe(2)
})

test('staysBetween finds exactly the stays that touch the range', () => {
  const gaps = fc.array(fc.record({ gap: fc.nat(5), length: fc.integer({ min: 1, max: 6 }) }), { maxLength: 30 })
  fc.assert(
    fc.property(gaps, fc.integer({ min: -10, max: 200 }), fc.nat(60), (parts, from, length) => {
      let time = 0
      const stays = parts.map((part) => {
        const begin = time + part.gap
        time = begin + part.length
        return stay('bus-2', begin, time)
      })
      const expected = stays.filter((one) => one.from < from + length && one.to > from)
      expect(staysBetween(stays, from, from + length)).toEqual(expected)
    }),
  )
})

const ordered = (choice: Partial<RowChoice>) => {
  const fleet = [
    { id: 'a', name: 'A', evModel: 'Long' },
    { id: 'b', name: 'B', evModel: 'Short' },
    { id: 'c', name: 'C', evModel: 'Long' },
    { id: 'd', name: 'D' },
  ]
  const stays = [
    { ...stay('a', 0, 90), state: 'on-track' as const },
    { ...stay('b', 5, 50), state: 'at-risk' as const },
    { ...stay('c', 0, 8), state: undefined },
    { ...stay('c', 40, 70), state: 'will-miss' as const },
  ]
  const all = { order: 'name' as const, state: null, model: null, occupied: null, now: 10 }
  return chooseRows(rowsOf(fleet, stays), { ...all, ...choice }).map(({ name }) => name)
}

test('rows are ordered by name, by the next departure, or by its state, those without one last', () => {
  expect(ordered({})).toEqual(['A', 'B', 'C', 'D'])
  expect(ordered({ order: 'departure' })).toEqual(['B', 'C', 'A', 'D'])
  expect(ordered({ order: 'state' })).toEqual(['C', 'B', 'A', 'D'])
})

test('states in which a departure is well are of one rank: the next to leave comes first', () => {
  const fleet = ['away', 'tracked', 'ready'].map((id) => ({ id, name: id }))
  const stays = [
    { ...stay('away', 0, 90), state: 'away' as const },
    { ...stay('tracked', 0, 60), state: 'on-track' as const },
    { ...stay('ready', 0, 30), state: 'ready' as const },
  ]
  const choice = { order: 'state' as const, state: null, model: null, occupied: null, now: 10 }
  expect(chooseRows(rowsOf(fleet, stays), choice).map(({ name }) => name)).toEqual(['ready', 'tracked', 'away'])
})

test('rows are chosen by the state of the next departure, by model, and by a stay in the time that is seen', () => {
  expect(ordered({ state: 'at-risk' })).toEqual(['B'])
  expect(ordered({ model: 'Long' })).toEqual(['A', 'C'])
  expect(ordered({ occupied: { from: 55, to: 80 } })).toEqual(['A', 'C'])
})

test('a search finds the vehicle that takes a block', () => {
  const rows = rowsOf(vehicles, [{ ...stay('bus-10', 1, 3), blockId: '4711-B' }])
  expect(searchRows(rows, '4711')).toMatchObject([{ name: 'Bus 10' }])
})
