import { expect, test } from 'vitest'
import { cellOf, propertyChanges } from '@/components/audit/property-changes'

test('each property has its value before and after', () => {
  const after = { targetSoC: 90, locationUid: ['north', 'south'] }
  expect(propertyChanges({ targetSoC: 80, name: '12' }, after)).toEqual([
    { name: 'locationUid', before: null, after: ['north', 'south'] },
    { name: 'name', before: '12', after: null },
    { name: 'targetSoC', before: 80, after: 90 },
  ])
})

test('a list or an object is one cell', () => {
  expect(cellOf([{ macAddress: 'AA', type: 'CCS' }])).toBe('macAddress AA, type CCS')
  expect(cellOf(['north', 'south'])).toBe('north; south')
  expect(cellOf({ weekly: [{ day: 'MO', perkWh: 0.2 }] })).toBe('weekly day MO, perkWh 0.2')
  expect(cellOf(null)).toBe('')
})

test('what was created or deleted has one side', () => {
  expect(propertyChanges(undefined, { name: '12' })).toEqual([{ name: 'name', before: null, after: '12' }])
  expect(propertyChanges({ name: '12' }, undefined)).toEqual([{ name: 'name', before: '12', after: null }])
})
