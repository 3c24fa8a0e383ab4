import { expect, test } from 'vitest'
import { importChanges } from '@/lib/import/import-changes'
import type { ImportFile } from '@/lib/import/import-file'

const arrival = Date.UTC(2026, 10, 22, 17)
const departure = Date.UTC(2026, 10, 23, 4)
const file: ImportFile = {
  vehicles: [{ id: 'b1', attributes: { name: 'Bus 1', fullChargeEnergykWh: 400 } }],
  schedules: [{ vehicleId: 'b1', arrival, departure, raw: { locationUid: 'elsewhere', targetSoC: 90 } }],
}
const storedVehicle = {
  id: 'b1',
  name: 'Bus 1',
  fullChargeEnergykWh: 400,
  minChargePowerkW: 0,
  supportsPauseResume: false,
  enableChargeScheduling: true,
  locationUid: ['other', 'north'],
  chargingPorts: [],
  evMacAddress: null,
}
const storedSchedule = {
  id: 's1',
  evId: 'b1',
  locationUid: 'north',
  plannedArrivalTime: new Date(arrival).toISOString(),
  plannedDepartureTime: new Date(departure).toISOString(),
  targetSoC: 90,
  priority: 0,
}

test('an empty depot gets everything, the vehicle at the location of its stays', () => {
  const changes = importChanges(file, { vehicles: [], schedules: [] }, 'north')
  expect(changes.newVehicles[0]?.attributes).toMatchObject({ locationUid: ['north'] })
  expect(changes.schedules).toEqual([
    { vehicleId: 'b1', schedules: [expect.objectContaining({ locationUid: 'north', targetSoC: 90 })] },
  ])
})

test('what the depot says already is not sent again', () => {
  const changes = importChanges(file, { vehicles: [storedVehicle], schedules: [storedSchedule] }, 'north')
  expect(changes).toMatchObject({
    newVehicles: [],
    changedVehicles: [],
    schedules: [],
    counts: { sameSchedules: 1, sameVehicles: 1 },
  })
})

test.each([
  ['another target', { ...storedSchedule, targetSoC: 80 }],
  ['another arrival', { ...storedSchedule, plannedArrivalTime: '2026-11-22T16:00:00.000Z' }],
])('%s in the depot is a change', (_what, schedule) => {
  const changes = importChanges(file, { vehicles: [storedVehicle], schedules: [schedule] }, 'north')
  expect(changes.counts).toMatchObject({ changedSchedules: 1, newSchedules: 0 })
})
