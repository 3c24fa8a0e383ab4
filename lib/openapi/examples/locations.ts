import { done, type Examples } from '@/lib/openapi/examples/example'

export const location = {
  id: 'example-depot',
  locationId: 'D-01',
  name: 'North depot',
  city: 'Helsinki',
  countryCode: 'FI',
  lat: 60.2,
  lng: 24.9,
  timeZone: 'Europe/Helsinki',
  powerLimitkW: 900,
  powerLimits: { dates: [{ from: '2026-11-23T01:00:00.000Z', to: '2026-11-23T02:10:00.000Z', powerkW: 942 }] },
  chargingEfficiency: 0.94,
  baseLoad: { weekly: [{ day: 'MO', from: '06:00', to: '22:00', powerkW: 60 }] },
  tariff: {
    currency: 'EUR',
    demandChargePerkW: 9.5,
    weekly: [{ day: 'MO', from: '22:00', to: '24:00', perkWh: 0.09 }],
    dates: [{ from: '2026-12-24T22:00:00.000Z', to: '2026-12-25T04:00:00.000Z', perkWh: 0.02 }],
  },
  strategy: 'peak-supression',
  targetSoC: 100,
  minimumSoC: 0,
  bulkSoC: 80,
  departureMarginMinutes: 10,
  readyBufferMinutes: 30,
  assumedArrivalSoC: 20,
  controlChargers: true,
  powerRules: [{ tag: 'bulk', idealPowerkW: 120 }],
}

const totals = {
  ...{ peak15kW: 398, peakkW: 412.5, energykWh: 6_120, unmetkWh: 0 },
  ...{ energyCost: 767.2, demandCost: 76, cost: 843.2 },
}

const load = {
  intervals: [
    {
      from: '2026-11-22T17:30:00.000Z',
      to: '2026-11-22T17:45:00.000Z',
      baseLoadkW: 60,
      evPowerkW: 320,
      measuredkW: 296,
      plannedkW: 338,
      limitkW: 900,
      pricePerkWh: 0.18,
      uncontrolledkW: 870,
    },
  ],
  totals,
  uncontrolled: {
    ...{ peak15kW: 1_094, peakkW: 1_130, energykWh: 6_120, unmetkWh: 0 },
    ...{ energyCost: 1_102.9, demandCost: 6_688, cost: 7_790.9 },
  },
}

const comparison = {
  ...{ peak15kW: -118, peakkW: -120, energykWh: -14, unmetkWh: 14, cost: -1140, unchanged: 41 },
  ...{ short: { before: 0, after: 1 }, added: 0, addedShort: 0 },
  changes: [
    {
      ...{ scheduleId: 'sch_01JD3Z', evId: 'example-bus-12', kind: 'worse' },
      before: {
        ...{ endSoC: 95, endTime: '2026-11-23T03:58:00.000Z', energykWh: 210 },
        ...{ reachedTargetSoC: true, usesMargin: false },
      },
      after: {
        ...{ endSoC: 91, endTime: '2026-11-23T04:15:00.000Z', energykWh: 196 },
        ...{ reachedTargetSoC: false, usesMargin: true },
      },
    },
  ],
}

/** Answers of the calls on locations, by id and status. */
export const locationsExamples: Examples = {
  listLocations: { 200: { locations: [location] } },
  getLocation: { 200: location },
  putLocation: { 200: { id: 'example-depot' }, 201: { id: 'example-depot' } },
  patchLocation: { 200: done },
  getLoad: { 200: load },
  planLocation: { 200: { planned: 42, ...totals, timestamp: '2026-11-22T21:58:03.000Z', comparison } },
  streamChanges: { 200: 'event: plan\ndata: {"revision":1764331200000}\n\n' },
  getSimulation: { 200: { state: 'running', since: '2026-11-22T17:30:00.000Z' } },
  putSimulation: { 200: { state: 'stopped' } },
}
