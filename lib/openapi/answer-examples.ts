const imported = {
  ...{ id: 'imp_01JD3Z', locationUid: 'example-depot', name: 'winter-timetable.csv', by: 'Ada' },
  ...{ startedAt: '2026-11-22T15:02:11.000Z', updatedAt: '2026-11-22T15:02:13.000Z', vehicles: 41, schedules: 284 },
  leftOut: [{ row: 'row 17', reason: 'plannedDepartureTime must be later than plannedArrivalTime' }],
  leftOutCount: 1,
  undoUntil: '2026-11-23T15:02:13.000Z',
}

const ARRIVAL = Date.UTC(2026, 10, 22, 17, 30)
const MINUTE_MS = 60_000

const vehicle = {
  id: 'example-bus-12',
  name: 'Bus 12',
  evModel: 'Solaris Urbino 12 electric',
  licensePlate: 'ABC-123',
  locationUid: ['example-depot'],
  chargingPorts: [{ macAddress: '00:00:5E:00:53:12', type: 'CCS2' }],
  evMacAddress: '00:00:5E:00:53:12',
  fullChargeEnergykWh: 420,
  maxChargePowerkW: 150,
  minChargePowerkW: 0,
  consumption: 1300,
  supportsPauseResume: true,
  enableChargeScheduling: true,
  v2icpParameters: { ambientTemp: -5, interiorHvac: 'HotWaterAndHeating', preconditioning: true },
}

const v2icp = {
  evId: 'example-bus-12',
  evMacAddress: '00:00:5E:00:53:12',
  locationUid: 'example-depot',
  odometer: 120_500,
  timestamp: '2026-11-22T17:35:00.000Z',
  v2icp: { prec_reqtime: 30, prec_eamount: 12_000, bat_reqtime: 255 },
}

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
const onBoard = {
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

const location = {
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

const readiness = {
  locationUid: 'example-depot',
  timestamp: '2026-11-22T22:00:00.000Z',
  from: '2026-11-22T22:00:00.000Z',
  to: '2026-11-23T10:00:00.000Z',
  departures: [
    {
      schedule: onBoard,
      vehicleName: 'Bus 12',
      licensePlate: 'ABC-123',
      state: 'on-track',
      soc: { value: 61, source: 'measured', at: '2026-11-22T21:58:00.000Z' },
      predictedSoC: 95,
      slackMinutes: 74,
    },
  ],
  counts: { here: 1, ready: 0, atRisk: 0, missing: 0 },
  site: {
    ...{ powerkW: 356, source: 'measured', plannedkW: 402, baseLoadkW: 60, limitkW: 900 },
    ...{ peak15kW: 398, uncontrolledPeak15kW: 1_094 },
  },
  lastPlan: { timestamp: '2026-11-22T21:58:03.000Z', trigger: 'soc-updated', pending: false },
  lastChange: {
    timestamp: '2026-11-22T21:58:03.000Z',
    trigger: 'soc-updated',
    changed: 3,
    peakBeforekW: 353,
    peakkW: 361,
  },
}

const timeline = {
  locationUid: 'example-depot',
  from: 1_795_384_800_000,
  to: 1_795_471_200_000,
  stays: [
    {
      ...{
        id: 'example-schedule',
        vehicleId: 'example-bus-12',
        arrival: 1_795_366_200_000,
        departure: 1_795_405_500_000,
      },
      ...{ targetSoC: 95, predictedSoC: 95, state: 'on-track', maxPowerkW: 150 },
      past: [[0, 85, 96]],
      planned: [[310, 480, 120]],
    },
  ],
}

const station = {
  id: 'example-CP-07',
  locationUid: 'example-depot',
  name: 'Charger 7',
  maxPowerkW: 300,
  allowRestart: false,
  allowWithoutPassword: false,
  evses: [
    {
      evseId: 1,
      connectors: [{ connectorId: 1, type: 'CCS2' }],
      maxPowerkW: 150,
      parkingPlace: 'Row B, 7',
      status: 'Charging',
      since: '2026-11-22T17:34:00.000Z',
      vehicleId: 'example-bus-12',
      scheduleId: 'sch_01JD3Z',
      transactionId: '41',
      powerkW: 74.1,
      energykWh: 12.4,
      soc: 38,
      limitkW: 74,
      following: 98.2,
    },
  ],
  hasPassword: true,
  protocol: 'ocpp1.6',
  vendor: 'Ampère',
  model: 'DC 300',
  serialNumber: 'A-0071',
  firmwareVersion: '2.4.1',
  online: true,
  lastSeen: '2026-11-22T17:45:02.000Z',
  clockOffsetMs: -1200,
  steerable: 'transaction',
  faults: [{ evseId: 1, code: 'WeakSignal', text: 'Modem at -104 dBm', since: '2026-11-22T16:00:00.000Z' }],
}
const command = {
  id: 'cmd_12',
  type: 'unlock',
  status: 'accepted',
  words: 'Unlocked',
  at: '2026-11-22T17:45:02.000Z',
}

const token = {
  id: 'tok_01JD3Z',
  name: 'Timetable system',
  role: 'write',
  locationUids: ['example-depot'],
  createdAt: '2026-11-01T08:00:00.000Z',
  lastUsedAt: '2026-11-22T17:30:00.000Z',
}
const auditEntry = {
  id: 'audit_812',
  at: '2026-11-23T03:16:00.000Z',
  by: { kind: 'staff', id: 'stf_01JD3Z', name: 'Aino Virta' },
  from: '10.0.0.7',
  requestId: '0e9a2c1e-6f0d-4a53-9a61-2f4d2b7f0c11',
  kind: 'schedule',
  objectId: 'sch_01JD3Z',
  action: 'changed',
  vehicleId: 'bus-12',
  locationUids: ['example-depot'],
  before: { targetSoC: 80 },
  after: { targetSoC: 90 },
}

const staff = {
  id: 'stf_01JD3Z',
  name: 'Aino Virta',
  email: 'aino@depot.example',
  role: 'write',
  createdAt: '2026-11-01T08:00:00.000Z',
}
const session = { id: 'stf_01JD3Z', name: 'Aino Virta', email: 'aino@depot.example', role: 'write' }
const done = { success: true }
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

/** An answer of each call, by its id and status; a test holds them to the schemas. */
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

const alarm = {
  ...{ id: 'alarm_12', kind: 'vehicle.not-charging', locationUid: 'example-depot' },
  ...{ since: '2026-11-23T03:04:00.000Z', raisedAt: '2026-11-23T03:10:00.000Z' },
  cause: 'It is plugged in, should charge, and does not. The vehicle takes no power.',
  advice: 'Look at the vehicle’s display for what keeps it from charging, then plug it in again.',
  ...{ vehicleId: 'example-bus-12', vehicleName: 'Bus 12', scheduleId: 'sch_01JD3Z' },
  ...{ stationId: 'CP-07', evseId: '1', place: 'Row B, 7' },
}

const EXAMPLES: Record<string, Record<number, unknown>> = {
  listVehicles: { 200: { vehicles: [{ vehicle: { ...vehicle, v2icp }, v2icp }] } },
  getVehicle: { 200: { ...vehicle, v2icp } },
  putVehicle: { 200: { id: 'example-bus-12' }, 201: { id: 'example-bus-12' } },
  patchVehicle: { 200: done },
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
  createImport: {
    200: {
      id: 'imp_01JD3Z',
      results: [{ vehicleId: 'example-bus-12', status: 200, ids: ['sch_01JD3Z'], skipped: [] }],
    },
  },
  listImports: { 200: { imports: [imported] } },
  getImport: { 200: imported },
  undoImport: { 200: { restored: 1, kept: [] } },
  chargeNow: { 200: { success: true, message: 'example-bus-12 charges at full power from now on.' } },
  postScheduleBatch: { 200: { results: [{ vehicleId: 'example-bus-12', status: 200, ...posted }] } },
  listLocations: { 200: { locations: [location] } },
  getLocation: { 200: location },
  putLocation: { 200: { id: 'example-depot' }, 201: { id: 'example-depot' } },
  patchLocation: { 200: done },
  getLoad: { 200: load },
  planLocation: { 200: { planned: 42, ...totals, timestamp: '2026-11-22T21:58:03.000Z', comparison } },
  getReadiness: { 200: readiness },
  getTimeline: { 200: timeline },
  getReport: { 200: report },
  listVehicleDepartures: { 200: { departures: readiness.departures } },
  streamChanges: { 200: 'event: plan\ndata: {"revision":1764331200000}\n\n' },
  listStations: { 200: { stations: [station] } },
  getSimulation: { 200: { state: 'running', since: '2026-11-22T17:30:00.000Z' } },
  putSimulation: { 200: { state: 'stopped' } },
  getStation: { 200: station },
  putStation: { 200: { id: 'example-CP-07' }, 201: { id: 'CP-07' } },
  patchStation: { 200: done },
  createStationPassword: {
    201: { password: 'h7RmVQe2TkZs9xWbNc4D', authorizationKey: '6837526d56516532546b5a73397857624e633444' },
  },
  listWaitingStations: {
    200: {
      stations: [
        {
          ...{ id: 'CP-08', firstSeen: '2026-11-22T17:40:00.000Z', lastSeen: '2026-11-22T17:45:00.000Z', attempts: 6 },
          reason: 'No station of this identity is registered.',
        },
      ],
    },
  },
  listStationMessages: {
    200: {
      messages: [
        {
          ...{ at: '2026-11-22T17:45:02.000Z', direction: 'in', action: 'StatusNotification', id: '19223201' },
          payload: { connectorId: 1, status: 'Charging', errorCode: 'NoError' },
        },
      ],
      before: '2026-11-22T17:45:02.000Z',
    },
  },
  createStationCommand: { 201: { id: command.id, type: command.type, status: 'waiting', at: command.at } },
  getStationCommand: { 200: command },
  assignStranger: { 200: done },
  listAlarms: { 200: { alarms: [alarm] } },
  getAlarm: { 200: alarm },
  acknowledgeAlarm: { 200: { ...alarm, acknowledged: { at: '2026-11-23T03:16:00.000Z', by: 'Aino Virta' } } },
  listAudit: { 200: { entries: [auditEntry], before: 'audit_812' } },
  refreshAccessToken: { 200: { token: 'eyJhbGciOi…', validUntil: '2026-11-23T01:30:00.000Z' } },
  listTokens: { 200: { tokens: [token] } },
  createToken: { 201: { id: 'tok_01JD3Z', refreshToken: 'rlrt_…' } },
  listStaff: { 200: { staff: [staff] } },
  createStaff: { 201: staff },
  patchStaff: { 200: { ...staff, role: 'read' } },
  getSession: { 200: session },
  signIn: { 200: session },
  setup: { 201: { ...session, role: 'admin' } },
  resetPassword: { 200: done },
  postChargingEvents: {
    200: {
      results: [
        { id: 'evt-1', status: 'accepted' },
        { id: 'evt-2', status: 'accepted', warnings: ['soc: 255 is no state of charge and is left out'] },
        { id: 'evt-3', status: 'invalid', error: 'timestamp: is missing' },
      ],
    },
  },
  getLive: { 200: { status: 'ok' } },
  getReady: { 200: { status: 'ok', overduePlans: [] } },
  getMetrics: { 200: '# TYPE process_cpu_seconds_total counter\nprocess_cpu_seconds_total 12.4\n' },
  getOpenApi: { 200: { openapi: '3.1.1', info: { title: 'Readyline API', version: '1.0.0' } } },
}

/** The example of an answer. undefined where the answer has no body */
export function answerExample(operationId: string, status: number): unknown {
  return EXAMPLES[operationId]?.[status]
}
