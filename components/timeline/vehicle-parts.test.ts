import { expect, test } from 'vitest'
import { partsAround, vehicleParts } from '@/components/timeline/vehicle-parts'

const ids = (count: number) => Array.from({ length: count }, (_, index) => `bus-${index}`)

test('a screen at the top needs the first part, one further down the parts around it', () => {
  expect(partsAround(0, 25)).toEqual({ first: 0, last: 0 })
  expect(partsAround(10, 40)).toEqual({ first: 0, last: 1 })
  expect(partsAround(120, 145)).toEqual({ first: 2, last: 3 })
})

test('the vehicles of the parts in sight are asked for, each in one part, and guests with the last of all', () => {
  const all = ids(1_000)
  const part = (from: number, to: number, withGuests = false) => ({ vehicleIds: all.slice(from, to), withGuests })
  expect(vehicleParts(all, { first: 0, last: 0 })).toEqual([part(0, 50)])
  expect(vehicleParts(all, { first: 2, last: 3 })).toEqual([part(100, 150), part(150, 200)])
  expect(vehicleParts(all, { first: 19, last: 20 })).toEqual([part(950, 1_000, true)])
  expect(vehicleParts(ids(130), { first: 2, last: 4 })).toEqual([part(100, 130, true)])
})

test('a small depot is asked for at once', () => {
  expect(vehicleParts(ids(100), { first: 0, last: 0 })).toBeNull()
  expect(vehicleParts(ids(101), { first: 0, last: 0 })).toHaveLength(1)
})
