import { expect, test } from 'vitest'
import type { StationSession } from '@/lib/ocpp/session'
import type { Outcome } from '@/lib/ocpp/socket/station-socket'
import { restartTransaction } from '@/lib/ocpp/steering/restart-transaction'
import { type EvseState, UNKNOWN_STATION } from '@/lib/stations/station-state'

const PLUGGED: EvseState = { connectors: {}, past: [], pluggedAt: 1, transaction: { id: '7', startedAt: 1 } }
const accepted: Outcome = { kind: 'answer', payload: { status: 'Accepted' } }
const rejected: Outcome = { kind: 'answer', payload: { status: 'Rejected' } }

/** A station that answers a stop with `stop`, after which its evse is as `after` says. */
function stationThat({ stop, after, protocol = 'ocpp1.6' }: { stop: Outcome; after: EvseState; protocol?: string }) {
  const calls: [string, object][] = []
  const session = {
    station: { id: 'CP', connectionId: 'c', locationUid: 'north', evses: [1], protocol },
    state: { ...UNKNOWN_STATION, evses: { 1: PLUGGED } },
    call: async (action: string, payload: object) => {
      calls.push([action, payload])
      if (/Stop/.test(action) && stop === accepted) session.state.evses = { 1: after }
      return /Stop/.test(action) ? stop : accepted
    },
  }
  return { calls, session: session as unknown as StationSession }
}

const { transaction: _, ...stopped } = PLUGGED
const { pluggedAt: __, ...gone } = stopped

test('a transaction is stopped, and started with the vehicle’s token', async () => {
  const { calls, session } = stationThat({ stop: accepted, after: stopped })
  expect(await restartTransaction(session, 1, 'VID:001A2B3C4D5E')).toBe(true)
  expect(calls).toEqual([
    ['RemoteStopTransaction', { transactionId: 7 }],
    ['RemoteStartTransaction', { connectorId: 1, idTag: 'VID:001A2B3C4D5E' }],
  ])
})

test('over OCPP 2.0.1 with a token of the type Central', async () => {
  const { calls, session } = stationThat({ stop: accepted, after: stopped, protocol: 'ocpp2.0.1' })
  await restartTransaction(session, 1, 'TAG')
  expect(calls[1]).toMatchObject([
    'RequestStartTransaction',
    { evseId: 1, idToken: { idToken: 'TAG', type: 'Central' } },
  ])
})

test.each([
  ['the station does not stop it', { stop: rejected, after: stopped }],
  ['the vehicle has gone meanwhile', { stop: accepted, after: gone }],
  ['another transaction has begun', { stop: accepted, after: { ...PLUGGED, transaction: { id: '8', startedAt: 2 } } }],
])('nothing is started where %s', async (_name, how) => {
  const { calls, session } = stationThat(how)
  expect(await restartTransaction(session, 1, 'TAG')).toBe(false)
  expect(calls).toHaveLength(1)
})
