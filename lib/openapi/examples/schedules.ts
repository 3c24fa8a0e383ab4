import type { Examples } from '@/lib/openapi/examples/example'
import { location } from '@/lib/openapi/examples/locations'
import { MINUTE_MS } from '@/lib/time/interval'

const ARRIVAL = Date.UTC(2026, 10, 22, 17, 30)

const segment = {
  from: ARRIVAL + 270 * MINUTE_MS,
  to: ARRIVAL + 474 * MINUTE_MS,
  durationMs: 204 * MINUTE_MS,
  powerkW: 74.117647,
  energykWh: 252,
  startSoc: 35,
  endSoc: 95,
  paused: false,
  powerUnlimited: false,
  powerIsBeingLimited: true,
  tag: ['bulk'],
}

const plan = {
  departureMarginMs: 600_000,
  endSoc: 95,
  endTime: segment.to,
  energyKwh: 252,
  reachedTargetSocInSchedule: true,
  usesMargin: false,
  schedule: {
    id: 'sch_01JD3Z',
    from: ARRIVAL,
    to: ARRIVAL + 645 * MINUTE_MS,
    startSoc: 35,
    startSocSource: 'posted',
    targetSoc: 95,
    priority: 0,
    ev: {
      batterySizekWh: 420,
      maxPowerkW: 150,
      supportsPausing: true,
      batteryEnergyNeedkWh: 252,
      energyNeedkWh: 252,
      preconditioning: {
        vehiclePreconditioningEnergykWh: 0,
        vehiclePreconditioningTimeMs: 0,
        batteryPreconditioningTimeMs: 0,
      },
    },
    settings: {
      evMinPowerkW: 0,
      evMaxPowerkW: 150,
      departureMarginMinutes: 10,
      minimumSoC: 0,
      bulkSoC: 80,
      powerRules: [{ tag: 'bulk', idealPowerkW: 120 }],
    },
    tx: {},
  },
  segments: [segment],
  pastSegments: [],
}

const planMeta = {
  frozen: false,
  strategy: 'peak-supression',
  strategyVersion: '1',
  timestamp: '2026-11-22T16:00:02.000Z',
  trigger: 'schedule-changed',
  triggerDescription: 'The schedules of vehicle example-bus-12 changed.',
}

const schedule = {
  id: 'sch_01JD3Z',
  evId: 'example-bus-12',
  locationUid: 'example-depot',
  plannedArrivalTime: '2026-11-22T17:30:00.000Z',
  plannedDepartureTime: '2026-11-23T04:15:00.000Z',
  startSoC: 35,
  targetSoC: 95,
  priority: 0,
  blockId: 'block-7',
}

const explanation = {
  slack: { targetMinutes: 440, minimumMinutes: 635 },
  reasons: [{ from: segment.from, to: segment.to, code: 'held-at-peak', powerKw: 74.117647, peakKw: 412.5 }],
}

const planned = { ...schedule, plan, planMeta, explanation }

export const onBoard = {
  ...schedule,
  plan: { segments: [{ from: segment.from, to: segment.to, powerkW: segment.powerkW }], pastSegments: [] },
  planMeta: { frozen: false, timestamp: planMeta.timestamp },
  explanation: { ...explanation, reasons: [] },
}

const occurrence = {
  ...{ ...planned, id: 'sch_01JD40:20261123' },
  ...{ recurringScheduleId: 'sch_01JD40', recurrenceRule: 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR' },
}

const rule = { ...schedule, id: 'sch_01JD40', recurrenceRule: 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR' }

const posted = { ids: ['sch_01JD3Z'], removedScheduleIds: [], skipped: [] }

const scheduleFixes = {
  shortfall: {
    ...{ cause: 'site-limit', missingKwh: 54.6, missingPoints: 13, endSoc: 82, targetSoc: 95 },
    ...{ neededMinutes: 100.8, availableMinutes: 635 },
  },
  fixes: [
    {
      ...{ kind: 'swap', scheduleId: 'sch_01JD41', evId: 'bus-7', targetSoC: 80, blockId: '54/16' },
      plannedDepartureTime: '2026-11-23T06:30:00.000Z',
    },
    {
      ...{ kind: 'raise-limit', byKw: 42, from: '2026-11-23T01:00:00.000Z', to: '2026-11-23T02:10:00.000Z' },
      powerLimits: location.powerLimits,
    },
    { kind: 'later-departure', byMinutes: 25, to: '2026-11-23T04:40:00.000Z' },
    { kind: 'lower-target', targetSoc: 82 },
    { kind: 'higher-priority', priority: 1, costs: [{ scheduleId: 'sch_01JD41', evId: 'bus-7', points: 12.4 }] },
  ],
}

/** Answers of the calls on schedules, by id and status. */
export const schedulesExamples: Examples = {
  listLocationSchedules: { 200: { recurringSchedules: [rule], schedules: [planned] } },
  listVehicleSchedules: { 200: { recurringSchedules: [rule], schedules: [planned, occurrence] } },
  getActiveSchedules: { 200: { currentOrNext: planned } },
  getSchedule: { 200: planned },
  getScheduleFixes: { 200: scheduleFixes },
  getPlanChanges: {
    200: {
      changes: [
        {
          ...{ timestamp: '2026-11-22T21:58:03.000Z', trigger: 'schedule-changed' },
          triggerDescription: 'The schedules of vehicle bus-7 changed.',
          before: { endSoC: 95, endTime: '2026-11-23T03:58:00.000Z', peakkW: 80, reachedTargetSoC: true },
          after: { endSoC: 95, endTime: '2026-11-23T04:12:00.000Z', peakkW: 74.1, reachedTargetSoC: true },
        },
      ],
    },
  },
  postSchedules: { 200: posted },
  patchSchedules: {
    200: { success: true, message: '1 schedule was changed.', skippedScheduleIds: [] },
  },
  swapSchedules: {
    200: {
      success: true,
      message: 'example-bus-12 now leaves at 2026-11-23T06:30:00.000Z and bus-7 at 2026-11-23T04:15:00.000Z.',
    },
  },
  chargeNow: { 200: { success: true, message: 'example-bus-12 charges at full power from now on.' } },
  postScheduleBatch: { 200: { results: [{ vehicleId: 'example-bus-12', status: 200, ...posted }] } },
}
