import { z } from 'zod'
import { operation } from '@/lib/contract/operation'
import { Id, LocationUid } from '@/lib/contract/primitives'
import { Vehicle, VehicleInput, VehicleList } from '@/lib/contract/vehicle'

const tag = 'Vehicle registry'
const params = z.object({ vehicleId: Id.describe('The id of the vehicle.') })
const ifMatch = {
  'If-Match': 'The ETag that you read; the call is refused with 412 when the vehicle has changed since.',
}
const bodyExample = {
  name: 'Bus 12',
  evModel: 'Solaris Urbino 12 electric',
  licensePlate: 'ABC-123',
  locationUid: ['example-depot'],
  chargingPorts: [{ macAddress: '00:00:5E:00:53:12', type: 'CCS2' }],
  fullChargeEnergykWh: 420,
  maxChargePowerkW: 150,
  consumption: 1300,
  supportsPauseResume: true,
}

export const listVehicles = operation({
  id: 'listVehicles',
  expensive: true,
  method: 'GET',
  path: '/vehicles',
  tag,
  summary: 'List the vehicles',
  description: 'By name, then id. `locationUid` may be repeated and keeps the vehicles of these locations.',
  permission: 'read',
  query: z.object({
    locationUid: z.array(LocationUid).optional().describe('Keeps the vehicles of this location; it may be repeated.'),
  }),
  repeatable: ['locationUid'],
  answers: { 200: { description: 'The vehicles', schema: VehicleList } },
})

export const getVehicle = operation({
  id: 'getVehicle',
  method: 'GET',
  path: '/vehicles/{vehicleId}',
  tag,
  summary: 'Get a vehicle',
  permission: 'read',
  params,
  answers: {
    200: { description: 'The vehicle', schema: Vehicle, headers: { ETag: 'Version of the writable attributes' } },
  },
  refusals: [404],
})

export const putVehicle = operation({
  id: 'putVehicle',
  method: 'PUT',
  path: '/vehicles/{vehicleId}',
  tag,
  summary: 'Create or replace a vehicle',
  description: 'What is left out, or null, goes back to its default. Nothing is required. You choose the id.',
  permission: 'write',
  params,
  headers: ifMatch,
  body: VehicleInput,
  bodyExample,
  answers: {
    200: { description: 'Replaced', schema: z.object({ id: Id.describe('The id of the path.') }) },
    201: { description: 'Created', schema: z.object({ id: Id.describe('The id of the path.') }) },
  },
  refusals: [409, 412, 422],
})

export const patchVehicle = operation({
  id: 'patchVehicle',
  method: 'PATCH',
  path: '/vehicles/{vehicleId}',
  tag,
  summary: 'Change some attributes of a vehicle',
  description: 'JSON Merge Patch (RFC 7396): objects merge, arrays replace, null clears.',
  permission: 'write',
  params,
  headers: ifMatch,
  body: VehicleInput,
  bodyExample: { notes: 'New battery fitted', fullChargeEnergykWh: 440 },
  answers: {
    200: { description: 'Changed', schema: z.object({ success: z.boolean().describe('True: it is done.') }) },
  },
  refusals: [404, 409, 412, 422],
})

export const deleteVehicle = operation({
  id: 'deleteVehicle',
  method: 'DELETE',
  path: '/vehicles/{vehicleId}',
  tag,
  summary: 'Delete a vehicle',
  description:
    'Past schedules stay in the location’s range; future ones go. A token that is narrowed to locations and does not see all of the vehicle’s locations and coming schedules gets a 409.',
  permission: 'write',
  params,
  headers: ifMatch,
  answers: { 204: { description: 'Deleted' } },
  refusals: [404, 409, 412],
})
