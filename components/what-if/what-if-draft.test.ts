import { describe, expect, test } from 'vitest'
import { draftOfUrl, newDraft, urlOfDraft, type WhatIfDraft, whatIfOf } from '@/components/what-if/what-if-draft'
import { LOCATION_DEFAULTS, type Location } from '@/lib/contract/location'

const NOW = Date.parse('2026-11-22T15:07:00Z')
const location: Location = {
  ...LOCATION_DEFAULTS,
  id: 'north',
  powerRules: [],
  tariff: { dates: [{ from: '2026-11-22T17:00:00.000Z', to: '2026-11-22T18:00:00.000Z', perkWh: 1 }] },
}
const draftWith = (changes: Partial<WhatIfDraft>): WhatIfDraft => ({ ...newDraft('UTC', NOW), ...changes })
const tried = (changes: Partial<WhatIfDraft>) => whatIfOf(draftWith(changes), location, NOW)

describe('what is tried', () => {
  test('is nothing at first, and what is not different is not tried', () => {
    expect(tried({})).toEqual({ overrides: {}, faults: [], hasMore: false })
    expect(tried({ strategy: 'peak-supression', late: '0', colder: '0', more: '0' })).toMatchObject({ overrides: {} })
  })

  test.each<[Partial<WhatIfDraft>, object]>([
    [
      { limit: '300' },
      {
        powerLimits: { dates: [{ from: '2026-11-22T15:00:00.000Z', to: '2026-11-22T18:00:00.000Z', powerkW: 300 }] },
      },
    ],
    [{ strategy: 'lowest-cost' }, { strategy: 'lowest-cost' }],
    [{ late: '10', by: '45' }, { lateArrivals: { count: 10, delayMinutes: 45 } }],
    [{ colder: '12,5' }, { moreEnergyPercent: 12.5 }],
    [{ out: 'CP:07:2' }, { chargersOut: [{ stationId: 'CP:07', evseId: '2' }] }],
    [{ more: '5' }, { moreVehicles: { count: 5 } }],
    [{ prices: 'none' }, { tariff: { dates: null } }],
  ])('%j is %j', (changes, overrides) => {
    expect(tried(changes)).toMatchObject({ faults: [] })
    expect(tried(changes).overrides).toEqual(overrides)
  })

  test('can be applied where it is a limit or a strategy', () => {
    expect(tried({ limit: '300', strategy: 'balanced' })).toMatchObject({
      ...{ limit: { powerkW: 300 }, strategy: 'balanced', hasMore: false },
    })
    expect(tried({ more: '5', strategy: 'balanced' })).toMatchObject({ strategy: 'balanced', hasMore: true })
  })

  test.each<[Partial<WhatIfDraft>, string[]]>([
    [{ limit: 'many' }, ['limit']],
    [{ limit: '300', from: 'T' }, ['from']],
    [{ limit: '300', to: '2026-11-22T10:00' }, ['to']],
    [{ late: '1.5' }, ['late']],
    [{ late: '3', by: '' }, ['by']],
    [{ late: '3', by: '-1' }, ['by']],
    [{ late: '3', by: '1.500' }, ['by']],
    [{ colder: '-95' }, ['colder']],
    [{ more: '501' }, ['more']],
    [{ late: 'x', more: 'y' }, ['late', 'more']],
  ])('is nothing while a field is wrong: %j', (changes, faults) => {
    expect(tried(changes)).toMatchObject({ overrides: null, faults })
  })
})

test('a URL holds what is tried and nothing else, and gives it back', () => {
  const draft = draftWith({ limit: '300', late: '10', by: '45', out: 'CP:07:2', prices: 'none' })
  const url = urlOfDraft(draft)
  expect(draftOfUrl((name) => url[name] ?? null, 'UTC', NOW + 86_400_000)).toEqual(draft)
  expect(Object.values(urlOfDraft(newDraft('UTC', NOW))).every((value) => value === null)).toBe(true)
})
