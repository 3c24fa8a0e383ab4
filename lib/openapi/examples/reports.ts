import type { Examples } from '@/lib/openapi/examples/example'

const report = {
  ...{ locationUid: 'example-depot', timeZone: 'Europe/Helsinki', currency: 'EUR' },
  ...{ from: '2026-10-31T22:00:00.000Z', to: '2026-11-30T22:00:00.000Z', until: '2026-11-22T22:00:00.000Z' },
  ...{ measuredkWh: 118_204.5, unknownVehicleskWh: 210 },
  actual: {
    ...{ peak15kW: 612, peakkW: 640.5, peak15From: '2026-11-12T02:15:00.000Z' },
    ...{ energykWh: 120_310, energyCost: 15_080.4, demandCost: 5_814, cost: 20_894.4 },
  },
  planned: {
    ...{ peak15kW: 598, peakkW: 598, peak15From: '2026-11-12T02:15:00.000Z' },
    ...{ energykWh: 121_940, energyCost: 15_260.1, demandCost: 5_681, cost: 20_941.1 },
  },
  uncontrolled: {
    ...{ peak15kW: 1_402, peakkW: 1_440, peak15From: '2026-11-09T18:30:00.000Z' },
    ...{ energykWh: 121_940, energyCost: 21_900.7, demandCost: 13_319, cost: 35_219.7 },
  },
  readiness: {
    ...{ departures: 640, ready: 611, short: 18, missed: 9, unknown: 2, measured: 633 },
    ...{ readyPercent: 95.8, aboveMinimumPercent: 98.6 },
    causes: [{ cause: 'not-plugged-in', count: 9 }],
    misses: [
      {
        ...{ scheduleId: 'sch_01JD3Z', vehicleId: 'example-bus-12', vehicleName: 'Bus 12', blockId: '204' },
        ...{ plannedDepartureTime: '2026-11-12T03:15:00.000Z', socIsMeasured: false, neededSoC: 80 },
        cause: 'not-plugged-in',
      },
    ],
    missesLeftOut: 8,
  },
  vehicles: [
    { vehicleId: 'example-bus-12', vehicleName: 'Bus 12', departures: 21, energykWh: 5_120, measuredkWh: 5_120 },
  ],
  blocks: [{ blockId: '204', departures: 21, energykWh: 5_060, measuredkWh: 5_060 }],
  blocksLeftOut: 0,
  days: [
    {
      ...{ date: '2026-11-01', from: '2026-10-31T22:00:00.000Z', to: '2026-11-01T22:00:00.000Z' },
      ...{ energykWh: 3_910, measuredkWh: 3_910, plannedkWh: 3_960, uncontrolledkWh: 3_960 },
      ...{ peak15kW: 402, uncontrolledPeak15kW: 1_090, departures: 20, ready: 20 },
    },
  ],
}

/** Answers of the calls on reports, by id and status. */
export const reportsExamples: Examples = {
  getReport: { 200: report },
}
