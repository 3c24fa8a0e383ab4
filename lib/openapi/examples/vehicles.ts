import { done, type Examples } from '@/lib/openapi/examples/example'

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

/** Answers of the calls on vehicles, by id and status. */
export const vehiclesExamples: Examples = {
  listVehicles: { 200: { vehicles: [{ vehicle: { ...vehicle, v2icp }, v2icp }] } },
  getVehicle: { 200: { ...vehicle, v2icp } },
  putVehicle: { 200: { id: 'example-bus-12' }, 201: { id: 'example-bus-12' } },
  patchVehicle: { 200: done },
}
