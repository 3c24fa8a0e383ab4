import { expect, test } from 'vitest'
import { DEPOT_SECTIONS, type DepotDraft, draftOf, patchOf } from '@/components/settings/depot-draft'
import { triedSettings } from '@/components/settings/tried-settings'
import { LOCATION_DEFAULTS } from '@/lib/contract/location'
import { PlanOverrides } from '@/lib/contract/plan-overrides'

const location = { ...LOCATION_DEFAULTS, id: 'north', name: 'North', powerLimitkW: 900, powerRules: [] }

const wholeOf = (draft: DepotDraft) => Object.assign({}, ...DEPOT_SECTIONS.map((section) => patchOf(section, draft)))

test('of a depot’s settings those are tried that plans depend on, as they would be saved', () => {
  const tried = triedSettings(wholeOf({ ...draftOf(location, 'en-GB'), strategy: 'balanced', powerLimitkW: '600' }))
  expect(tried).toMatchObject({ strategy: 'balanced', powerLimitkW: 600, departureMarginMinutes: 10 })
  for (const name of ['name', 'timeZone', 'controlChargers', 'targetSoC']) expect(tried).not.toHaveProperty(name)
  expect(PlanOverrides.safeParse(tried).success).toBe(true)
})

test.each([
  ['a limit that is none', { powerLimitkW: 'much' }],
  ['a price that is none', { prices: [{ key: 1, days: ['MO' as const], from: '22:00', to: '24:00', value: '' }] }],
  [
    'an hour that is half typed',
    { prices: [{ key: 1, days: ['MO' as const], from: '22:0', to: '24:00', value: '1' }] },
  ],
])('%s is not tried', (_what, change) => {
  expect(triedSettings(wholeOf({ ...draftOf(location, 'en-GB'), ...change }))).toBeNull()
})
