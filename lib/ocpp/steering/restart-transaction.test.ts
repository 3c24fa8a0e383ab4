import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { log } from '@/lib/log'
import type { StationSession } from '@/lib/ocpp/session'
import type { Outcome } from '@/lib/ocpp/socket/station-socket'
import { restartTransaction } from '@/lib/ocpp/steering/restart-transaction'
import { type EvseState, UNKNOWN_STATION } from '@/lib/stations/station-state'

const PLUGGED: EvseState = { connectors: {}, past: [], pluggedAt: 1, transaction: { id: '7', startedAt: 1 } }
const accepted: Outcome = { kind: 'answer', payload: { status: 'Accepted' } }
const rejected: Outcome = { kind: 'answer', payload: { status: 'Rejected' } }

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

type Behaviour = { stop: Outcome; after: EvseState; protocol?: string; beginsAt?: number; leavesAt?: number }

/**
 * A station that answers a stop with `stop`, after which its evse is as `after` says. A transaction begins with the start
 * of the number `beginsAt`, and refuses those before; the vehicle leaves with that of the number `leavesAt`.
 */
function stationThat({ stop, after, protocol = 'ocpp1.6', beginsAt = 1, leavesAt }: Behaviour) {
  let starts = 0
  const calls: [string, object][] = []
  const session = {
    station: { id: 'CP', connectionId: 'c', locationUid: 'north', evses: [1], protocol },
    state: { ...UNKNOWN_STATION, evses: { 1: PLUGGED } },
    call: async (action: string, payload: object) => {
      calls.push([action, payload])
      if (/Stop/.test(action) && stop === accepted) session.state.evses = { 1: after }
      if (/Stop/.test(action)) return stop
      starts += 1
      if (starts === leavesAt) session.state.evses = { 1: gone }
      if (starts === beginsAt) session.state.evses = { 1: { ...after, transaction: { id: '8', startedAt: 2 } } }
      return starts < beginsAt ? rejected : accepted
    },
  }
  return { calls, session: session as unknown as StationSession }
}

const { transaction: _, ...stopped } = PLUGGED
const { pluggedAt: __, ...gone } = stopped

async function restarted(session: StationSession, token = 'TAG'): Promise<boolean> {
  const done = restartTransaction(session, 1, token)
  await vi.runAllTimersAsync()
  return done
}

test('a transaction is stopped, and started with the vehicle’s token', async () => {
  const { calls, session } = stationThat({ stop: accepted, after: stopped })
  expect(await restarted(session, 'VID:001A2B3C4D5E')).toBe(true)
  expect(calls).toEqual([
    ['RemoteStopTransaction', { transactionId: 7 }],
    ['RemoteStartTransaction', { connectorId: 1, idTag: 'VID:001A2B3C4D5E' }],
  ])
})

test('over OCPP 2.0.1 with a token of the type Central', async () => {
  const { calls, session } = stationThat({ stop: accepted, after: stopped, protocol: 'ocpp2.0.1' })
  await restarted(session)
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
  const warn = vi.spyOn(log, 'warn')
  expect(await restarted(session)).toBe(false)
  expect(calls).toHaveLength(1)
  expect(warn).not.toHaveBeenCalled()
})

test('one that does not begin is started again', async () => {
  const { calls, session } = stationThat({ stop: accepted, after: stopped, beginsAt: 3 })
  const warn = vi.spyOn(log, 'warn')
  expect(await restarted(session)).toBe(true)
  expect(calls.map(([action]) => action)).toEqual(['RemoteStopTransaction', ...Array(3).fill('RemoteStartTransaction')])
  expect(warn).not.toHaveBeenCalled()
})

test.each([
  ['is refused', 9],
  ['is accepted and nothing comes of it', 0],
])('one whose start %s three times is said to have ended', async (_name, beginsAt) => {
  const { calls, session } = stationThat({ stop: accepted, after: stopped, beginsAt })
  const warn = vi.spyOn(log, 'warn')
  expect(await restarted(session)).toBe(false)
  expect(calls).toHaveLength(4)
  expect(warn).toHaveBeenCalledExactlyOnceWith(
    { station: 'CP', evseId: 1 },
    'a transaction was ended and could not be begun again',
  )
})

test('it is not started again once the vehicle has gone', async () => {
  const { calls, session } = stationThat({ stop: accepted, after: stopped, beginsAt: 9, leavesAt: 1 })
  const warn = vi.spyOn(log, 'warn')
  expect(await restarted(session)).toBe(false)
  expect(calls).toHaveLength(2)
  expect(warn).not.toHaveBeenCalled()
})
