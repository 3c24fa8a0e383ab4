import { expect, test } from 'vitest'
import {
  changedOf,
  DEPOT_SECTIONS,
  type DepotDraft,
  draftOf,
  patchOf,
  rebased,
} from '@/components/settings/depot-draft'
import { LocationInput } from '@/lib/contract/location'

const location = {
  id: 'north',
  name: 'North',
  timeZone: 'Europe/Helsinki',
  powerLimitkW: 900,
  chargingEfficiency: 0.94,
  strategy: 'lowest-cost' as const,
  targetSoC: 95,
  minimumSoC: 30,
  bulkSoC: 80,
  departureMarginMinutes: 10,
  readyBufferMinutes: 30,
  assumedArrivalSoC: 20,
  controlChargers: true,
  powerRules: [],
  tariff: {
    currency: 'EUR',
    demandChargePerkW: 9.5,
    demandPeriod: 'year' as const,
    weekly: [{ day: 'MO' as const, from: '00:00', to: '24:00', perkWh: 0.1 }],
  },
  powerLimits: {
    dates: [
      {
        from: '2026-11-23T01:00:00.000Z',
        to: '2026-11-23T02:10:00.000Z',
        powerkW: 942,
        note: 'The transformer is replaced',
      },
    ],
  },
  baseLoad: { weekly: [{ day: 'SU' as const, from: '06:00', to: '18:00', powerkW: 40 }] },
}

const wholeOf = (draft: DepotDraft) => Object.assign({}, ...DEPOT_SECTIONS.map((section) => patchOf(section, draft)))

test('a depot that nobody edits is sent as it is', () => {
  const patch = wholeOf(draftOf(location, 'de-DE'))
  const { id: _id, powerRules: _rules, ...said } = location
  expect(patch).toEqual({ ...said, tariff: { ...said.tariff, peakSoFarkW: null } })
  expect(
    wholeOf(draftOf({ ...location, tariff: { ...location.tariff, demandPeriod: 'month' } }, 'de-DE')),
  ).toMatchObject({
    tariff: { demandPeriod: null },
  })
  expect(LocationInput.safeParse(patch).success).toBe(true)
})

test('an emptied field is null, a comma is a point, and nonsense reaches the server for its sentence', () => {
  const draft = {
    ...draftOf(location, 'de-DE'),
    powerLimitkW: '',
    chargingEfficiency: '0,94',
    targetSoC: 'most',
    prices: [],
    datedLimits: [],
  }
  expect(wholeOf(draft)).toMatchObject({
    powerLimitkW: null,
    chargingEfficiency: 0.94,
    targetSoC: 'most',
    tariff: { weekly: null },
    powerLimits: { dates: null },
  })
})

test('a base load that may be fifteen hundred or one and a half is asked for again; a price is not', () => {
  const { prices, baseLoad, ...rest } = draftOf(location, 'de-DE')
  const typed = (rows: typeof prices, value: string) => rows.map((row) => ({ ...row, value }))
  const patch = wholeOf({ ...rest, prices: typed(prices, '0.125'), baseLoad: typed(baseLoad, '1.500') })
  expect(patch).toMatchObject({
    tariff: { weekly: [{ perkWh: 0.125 }] },
    baseLoad: { weekly: [{ powerkW: Number.NaN }] },
  })
  expect(LocationInput.safeParse(patch).success).toBe(false)
})

test('a section says nothing of what another one holds', () => {
  const names = DEPOT_SECTIONS.map((section) => Object.keys(patchOf(section, draftOf(location, 'en-GB'))))
  expect(new Set(names.flat()).size).toBe(names.flat().length)
  expect(names[0]).toEqual(['name', 'timeZone'])
})

test('of a section only what was edited is sent, so that a limit set meanwhile stays', () => {
  const base = draftOf(location, 'en-GB')
  const edited = { ...base, powerLimitkW: '550', baseLoad: [] }
  expect(changedOf(patchOf('grid', edited), patchOf('grid', base))).toEqual({
    powerLimitkW: 550,
    baseLoad: { weekly: null },
  })
  const priced = { ...base, currency: '', peakSoFarkW: '40' }
  expect(changedOf(patchOf('tariff', priced), patchOf('tariff', base))).toEqual({
    tariff: { currency: null, peakSoFarkW: 40 },
  })
  expect(changedOf(patchOf('grid', base), patchOf('grid', base))).toEqual({})
})

test('what is typed while a change is saved stays, on what is stored then', () => {
  const sent = { ...draftOf(location, 'en-GB'), powerLimitkW: '550' }
  const stored = { ...sent, datedLimits: [] }
  const typed = { ...sent, chargingEfficiency: '0.9' }
  expect(rebased(typed, sent, stored)).toEqual({ ...stored, chargingEfficiency: '0.9' })
})
