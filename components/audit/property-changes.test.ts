import { expect, test } from 'vitest'
import { propertyChanges } from '@/components/audit/property-changes'

test('each property has its value before and after, and a list or an object is written out', () => {
  const before = { targetSoC: 80, chargingPorts: [{ macAddress: 'AA', type: 'CCS' }] }
  const after = { targetSoC: 90, locationUid: ['north', 'south'], tariff: { weekly: [{ day: 'MO', perkWh: 0.2 }] } }
  expect(propertyChanges(before, after)).toEqual([
    { name: 'chargingPorts', before: 'macAddress AA, type CCS', after: null },
    { name: 'locationUid', before: null, after: 'north; south' },
    { name: 'targetSoC', before: 80, after: 90 },
    { name: 'tariff', before: null, after: 'weekly day MO, perkWh 0.2' },
  ])
})

test('what was created or deleted has one side', () => {
  expect(propertyChanges(undefined, { name: '12' })).toEqual([{ name: 'name', before: null, after: '12' }])
  expect(propertyChanges({ name: '12' }, undefined)).toEqual([{ name: 'name', before: '12', after: null }])
})
