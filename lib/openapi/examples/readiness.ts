import type { Examples } from '@/lib/openapi/examples/example'
import { onBoard } from '@/lib/openapi/examples/schedules'

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

const alarm = {
  ...{ id: 'alarm_12', kind: 'vehicle.not-charging', locationUid: 'example-depot' },
  ...{ since: '2026-11-23T03:04:00.000Z', raisedAt: '2026-11-23T03:10:00.000Z' },
  cause: 'It is plugged in, and the vehicle takes no power.',
  details: { reason: 'vehicle-takes-nothing' },
  advice: 'Look at the vehicle’s display for what keeps it from charging, then plug it in again.',
  ...{ vehicleId: 'example-bus-12', vehicleName: 'Bus 12', scheduleId: 'sch_01JD3Z' },
  ...{ stationId: 'CP-07', evseId: '1', place: 'Row B, 7' },
}

/** Answers of the calls on readiness and alarms, by id and status. */
export const readinessExamples: Examples = {
  getReadiness: { 200: readiness },
  getTimeline: { 200: timeline },
  listVehicleDepartures: { 200: { departures: readiness.departures } },
  listAlarms: { 200: { alarms: [alarm] } },
  getAlarm: { 200: alarm },
  acknowledgeAlarm: { 200: { ...alarm, acknowledged: { at: '2026-11-23T03:16:00.000Z', by: 'Aino Virta' } } },
}
