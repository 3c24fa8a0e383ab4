import { done, type Examples } from '@/lib/openapi/examples/example'

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

/** Answers of the calls on stations, by id and status. */
export const stationsExamples: Examples = {
  listStations: { 200: { stations: [station] } },
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
  postChargingEvents: {
    200: {
      results: [
        { id: 'evt-1', status: 'accepted' },
        { id: 'evt-2', status: 'accepted', warnings: ['soc: 255 is no state of charge and is left out'] },
        { id: 'evt-3', status: 'invalid', error: 'timestamp: is missing' },
      ],
    },
  },
}
