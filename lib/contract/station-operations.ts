import { z } from 'zod'
import { operation } from '@/lib/contract/operation'
import { Id, LocationUid, QueryInstant, QueryLimit } from '@/lib/contract/primitives'
import { Simulation, SimulationInput } from '@/lib/contract/simulation'
import {
  ChargingStation,
  ChargingStationInput,
  ChargingStationList,
  ChargingStationPatch,
  EvseNumber,
  StationId,
  StationMessages,
  StationPassword,
  StrangerInput,
  WaitingStations,
} from '@/lib/contract/station'
import { StationCommand, StationCommandInput } from '@/lib/contract/station-command'

const tag = 'Charging stations'
const params = z.object({ stationId: StationId })
const ifMatch = {
  'If-Match': 'The ETag that you read; the call is refused with 412 when the station’s attributes have changed since.',
}
const bodyExample = {
  locationUid: 'example-depot',
  name: 'Charger 7',
  maxPowerkW: 300,
  evses: [{ evseId: 1, connectors: [{ connectorId: 1, type: 'CCS2' }], maxPowerkW: 150, parkingPlace: 'Row B, 7' }],
}

export const listStations = operation({
  id: 'listStations',
  method: 'GET',
  path: '/locations/{locationUid}/stations',
  tag,
  summary: 'List the charging stations of a depot, with what each of them does now',
  description: 'By name, then id.',
  permission: 'read',
  params: z.object({ locationUid: LocationUid.describe('The id of the location.') }),
  answers: { 200: { description: 'The stations', schema: ChargingStationList } },
  refusals: [404],
})

export const getSimulation = operation({
  id: 'getSimulation',
  method: 'GET',
  path: '/locations/{locationUid}/simulation',
  tag,
  summary: 'Get whether the chargers of a depot are simulated',
  description: 'The demo depot comes with simulated chargers and vehicles, which connect over OCPP as real ones do.',
  permission: 'read',
  params: z.object({ locationUid: LocationUid.describe('The id of the location.') }),
  answers: { 200: { description: 'The state of the simulation', schema: Simulation } },
  refusals: [404],
})

export const putSimulation = operation({
  id: 'putSimulation',
  method: 'PUT',
  path: '/locations/{locationUid}/simulation',
  tag,
  summary: 'Start or stop the simulated chargers of the demo depot',
  description:
    'Within seconds they connect and play the depot’s schedules, or are offline. It stays so when the app restarts.',
  permission: 'admin',
  params: z.object({ locationUid: LocationUid.describe('The id of the location.') }),
  body: SimulationInput,
  bodyExample: { running: false },
  answers: { 200: { description: 'The state of the simulation', schema: Simulation } },
  refusals: [404, 409, 422],
})

export const getStation = operation({
  id: 'getStation',
  method: 'GET',
  path: '/stations/{stationId}',
  tag,
  summary: 'Get a charging station',
  permission: 'read',
  params,
  answers: {
    200: {
      description: 'The station',
      schema: ChargingStation,
      headers: { ETag: 'Version of the writable attributes' },
    },
  },
  refusals: [404],
})

export const putStation = operation({
  id: 'putStation',
  method: 'PUT',
  path: '/stations/{stationId}',
  tag,
  summary: 'Create or replace a charging station',
  description:
    'You choose the id: it is the OCPP identity, the last part of the address that the station connects to (`wss://…/ocpp/{stationId}`). What is left out, or null, goes back to its default; the password stays.',
  permission: 'admin',
  params,
  headers: ifMatch,
  body: ChargingStationInput,
  bodyExample,
  answers: {
    200: { description: 'Replaced', schema: z.object({ id: StationId }) },
    201: { description: 'Created', schema: z.object({ id: StationId }) },
  },
  refusals: [404, 409, 412, 422],
})

export const patchStation = operation({
  id: 'patchStation',
  method: 'PATCH',
  path: '/stations/{stationId}',
  tag,
  summary: 'Change some attributes of a charging station',
  description: 'JSON Merge Patch (RFC 7396): objects merge, arrays replace, null clears.',
  permission: 'admin',
  params,
  headers: ifMatch,
  body: ChargingStationPatch,
  bodyExample: { maxPowerkW: 240 },
  answers: {
    200: { description: 'Changed', schema: z.object({ success: z.boolean().describe('True: it is done.') }) },
  },
  refusals: [404, 409, 412, 422],
})

export const deleteStation = operation({
  id: 'deleteStation',
  method: 'DELETE',
  path: '/stations/{stationId}',
  tag,
  summary: 'Delete a charging station',
  description: 'Its connection ends. What it has reported about vehicles stays.',
  permission: 'admin',
  params,
  headers: ifMatch,
  answers: { 204: { description: 'Deleted' } },
  refusals: [404, 412],
})

export const createStationPassword = operation({
  id: 'createStationPassword',
  method: 'POST',
  path: '/stations/{stationId}/password',
  tag,
  summary: 'Make a new password for a charging station',
  description:
    'The password is in this answer and never again; no body is needed. The one before it does not open a new connection any more; an open connection stays.',
  permission: 'admin',
  params,
  answers: { 201: { description: 'The password', schema: StationPassword } },
  refusals: [404],
})

export const listWaitingStations = operation({
  id: 'listWaitingStations',
  method: 'GET',
  path: '/stations/waiting',
  tag,
  summary: 'List the identities that tried to connect and were refused',
  description:
    'The last to try first; at most 100, of the last 7 days. Needs an administrator of all depots. One is adopted by creating the station with its id, with `keepPassword: true` if the password that it tried last is to hold.',
  permission: 'admin',
  answers: { 200: { description: 'The identities', schema: WaitingStations } },
})

export const listStationMessages = operation({
  id: 'listStationMessages',
  method: 'GET',
  path: '/stations/{stationId}/messages',
  tag,
  summary: 'List the raw OCPP messages of a charging station, both directions',
  description: 'Newest first, of the last 7 days. Messages of one millisecond are never divided between two pages.',
  permission: 'write',
  params,
  query: z.object({
    before: QueryInstant.optional().meta({ description: 'Only messages before this time.', example: '1764331200000' }),
    limit: QueryLimit.optional().meta({ description: 'How many at most; 100 where it is left out.', example: '50' }),
  }),
  answers: { 200: { description: 'The messages', schema: StationMessages } },
  refusals: [404],
})

export const createStationCommand = operation({
  id: 'createStationCommand',
  method: 'POST',
  path: '/stations/{stationId}/commands',
  tag,
  summary: 'Tell a charging station to reset, unlock, start, stop or report',
  description:
    'Answers at once; read the command to see what the station answered. In OCPP 1.6 `evseId` is the connector. A command that its station cannot be told within a minute expires.',
  permission: 'write',
  params,
  body: StationCommandInput,
  bodyExample: { type: 'unlock', evseId: 1 },
  answers: { 201: { description: 'The command', schema: StationCommand } },
  refusals: [404, 422],
})

export const getStationCommand = operation({
  id: 'getStationCommand',
  method: 'GET',
  path: '/stations/{stationId}/commands/{id}',
  tag,
  summary: 'Get what became of a command',
  permission: 'write',
  params: z.object({
    stationId: StationId,
    id: Id.meta({ example: 'cmd_12', description: 'The id of the command.' }),
  }),
  answers: { 200: { description: 'The command', schema: StationCommand } },
  refusals: [404],
})

export const assignStranger = operation({
  id: 'assignStranger',
  method: 'POST',
  path: '/stations/{stationId}/evses/{evseId}/vehicle',
  tag,
  summary: 'Say which vehicle stands at an evse whose vehicle was not recognised',
  description:
    'What was reported of the stranger since it was plugged in becomes the vehicle’s, and a plan follows. Refused with 409 where nobody is plugged in, or where a vehicle was recognised.',
  permission: 'write',
  params: z.object({ stationId: StationId, evseId: EvseNumber }),
  body: StrangerInput,
  bodyExample: { vehicleId: 'example-bus-12' },
  answers: {
    200: {
      description: 'It is this vehicle',
      schema: z.object({ success: z.boolean().describe('True: it is done.') }),
    },
  },
  refusals: [404, 409, 422],
})
