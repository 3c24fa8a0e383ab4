import { expect, test } from 'vitest'
import type { ShownLimit } from '@/lib/db/schema/station'
import { type StationState, UNKNOWN_STATION } from '@/lib/stations/station-state'
import { stationView } from '@/lib/stations/station-view'
import type { StoredStation } from '@/lib/stations/stored-station'

const AT = Date.UTC(2030, 0, 7, 22)

/** What an evse whose vehicle charges in transaction 8 is shown to be limited to. */
function limitkW(limit: ShownLimit, now = AT): number | undefined {
  const transaction = { id: '8', startedAt: AT }
  const stored: StoredStation = {
    ...{ id: 'S1', passwordHash: null, online: true, protocol: 'ocpp1.6', lastSeen: AT, sessions: [] },
    attributes: { locationUid: 'north', allowRestart: false, allowWithoutPassword: false, evses: [] },
    state: { ...UNKNOWN_STATION, evses: { 1: { connectors: {}, past: [], pluggedAt: AT, transaction } } },
    shown: { steerable: 'transaction', limits: { 1: limit } },
  }
  return stationView(stored, now).evses[0]?.limitkW
}

const limit = { course: [{ from: AT, kw: 80 }], until: AT + 1_000, afterKw: 10 }

test.each([
  ['of its own transaction', { ...limit, transactionId: '8' }, AT, 80],
  ['of no transaction', limit, AT, 80],
  ['that has ended', { ...limit, transactionId: '8' }, AT + 1_000, 10],
  ['of the transaction before', { ...limit, transactionId: '7' }, AT, 10],
])('an evse is not shown the limit of another vehicle: one %s', (_, told, now, expected) => {
  expect(limitkW(told, now)).toBe(expected)
})

/** The power that is shown of an evse that reads this. */
function powerkW(powerKw: number, maxPowerkW?: number): number | undefined {
  const evses = [{ evseId: 1, connectors: [], ...(maxPowerkW !== undefined && { maxPowerkW }) }]
  const stored: StoredStation = {
    ...{ id: 'S1', passwordHash: null, online: true, protocol: 'ocpp1.6', lastSeen: AT, sessions: [], shown: null },
    attributes: { locationUid: 'north', allowRestart: false, allowWithoutPassword: false, evses },
    state: {
      ...UNKNOWN_STATION,
      evses: { 1: { connectors: {}, past: [], pluggedAt: AT, reading: { at: AT, powerKw } } },
    },
  }
  return stationView(stored, AT).evses[0]?.powerkW
}

test.each([
  ['what its charger can give', 74, 150, 74],
  ['more than its nameplate says, which may be wrong', 200, 150, 200],
  ['W in place of kW', 74_000, 150, 74],
  ['W in place of kW, of nearly nothing', 900, 150, 0.9],
  ['W in place of kW at a charger that nobody has described', 74_000, undefined, 74],
  ['what nothing can be', 74_000_000, 150, undefined],
])('an evse that reads %s counts as what it can be', (_, read, maxPowerkW, expected) => {
  expect(powerkW(read, maxPowerkW)).toBe(expected)
})

test('a stranger that another system reports stands at its evse, where the station itself says of no vehicle', () => {
  const stored = (evses: StationState['evses']): StoredStation => ({
    ...{ id: 'S1', passwordHash: null, online: false, protocol: null, lastSeen: null, sessions: [], shown: null },
    attributes: { locationUid: 'north', allowRestart: false, allowWithoutPassword: false, evses: [] },
    state: { ...UNKNOWN_STATION, evses },
  })
  const stranger = {
    ...{ vehicleKey: null, macAddress: null, stationId: 'S1', evseId: null, connectorId: '2', connectedAt: AT },
    ...{ charging: true, powerKw: 40, reportsMeter: true, lastEventAt: AT },
  }
  const elsewhere = { ...stranger, stationId: 'S2', connectorId: '3' }
  const station = { ...stranger, connectorId: '0' }
  const { evses } = stationView(stored({}), AT, [stranger, elsewhere, station])
  expect(evses).toEqual([
    { evseId: 2, connectors: [], status: 'Occupied', since: new Date(AT).toISOString(), powerkW: 40 },
  ])
  const own = { connectors: {}, past: [], pluggedAt: AT, reading: { at: AT, powerKw: 50 } }
  expect(stationView(stored({ 2: own }), AT, [stranger]).evses).toEqual([{ evseId: 2, connectors: [], powerkW: 50 }])
})
