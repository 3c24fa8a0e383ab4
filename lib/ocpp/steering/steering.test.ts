import { afterEach, expect, test, vi } from 'vitest'
import type { Database } from '@/lib/db/client'
import { newControl, type StationControl } from '@/lib/ocpp/profiles/control'
import type { StationSession } from '@/lib/ocpp/session'
import { restartSleeping } from '@/lib/ocpp/steering/restart-transaction'
import { steerLocation } from '@/lib/ocpp/steering/steer-location'
import { Steering } from '@/lib/ocpp/steering/steering'
import type { ControlChange } from '@/lib/ocpp/store/controls'
import { UNKNOWN_STATION } from '@/lib/stations/station-state'

vi.mock('@/lib/ocpp/steering/restart-transaction', () => ({ restartSleeping: vi.fn(async () => {}) }))
vi.mock('@/lib/ocpp/steering/steer-location', () => ({ steerLocation: vi.fn(async () => []) }))
afterEach(() => vi.clearAllMocks())

const NOW = Date.UTC(2030, 0, 7, 22)

/** A station with a profile to send for evse 2 and a transaction to begin anew at evse 1; `accept` answers the profile. */
function stationToTell() {
  const control: StationControl = {
    ...newControl(NOW),
    ledgers: {
      1: { uncertain: [], pause: { wokenAt: NOW - 600_000, restart: 'due' } },
      2: { uncertain: [], next: { rung: 'default', course: [{ from: 0, kw: 20 }] } },
    },
  }
  const stored = { control }
  const controls = {
    change: async <T>(_: object, change: ControlChange<T>): Promise<T | null> => {
      const next = change(stored.control)
      if (next) stored.control = next.control
      return next?.result ?? null
    },
  }
  let accept = () => {}
  const session = {
    station: { id: 'CP', connectionId: 'c', locationUid: 'north', evses: [1, 2], protocol: 'ocpp1.6' },
    state: UNKNOWN_STATION,
    told: new Map(),
    call: vi.fn(() => {
      return new Promise((resolve) => {
        accept = () => resolve({ kind: 'answer', payload: { status: 'Accepted' } })
      })
    }),
  } as unknown as StationSession
  return { controls, session, accept: () => accept(), restart: () => stored.control.ledgers[1]?.pause?.restart }
}

function steeringOf(controls: ReturnType<typeof stationToTell>['controls'], held: () => StationSession | undefined) {
  const steering = new Steering({} as Database, controls, held, () => {})
  // Only what is sent is looked at here.
  vi.spyOn(steering, 'wake').mockImplementation(() => {})
  return steering
}

test('a transaction is begun anew after the last profile was answered', async () => {
  const { controls, session, accept, restart } = stationToTell()
  steeringOf(controls, () => session).send('CP')
  await vi.waitFor(() => expect(session.call).toHaveBeenCalledOnce())
  expect(restart()).toBe('due')
  expect(restartSleeping).not.toHaveBeenCalled()
  accept()
  await vi.waitFor(() => expect(restartSleeping).toHaveBeenCalledExactlyOnceWith(expect.anything(), session, '1'))
  expect(restart()).toBe('taken')
})

test('one of a station that has gone meanwhile stays to be begun anew', async () => {
  const { controls, session, accept, restart } = stationToTell()
  const held = vi.fn((): StationSession | undefined => session)
  steeringOf(controls, held).send('CP')
  await vi.waitFor(() => expect(session.call).toHaveBeenCalledOnce())
  held.mockReturnValue(undefined)
  accept()
  await vi.waitFor(() => expect(held.mock.calls.length).toBeGreaterThan(1))
  await vi.waitFor(() => expect(restart()).toBe('due'))
  expect(restartSleeping).not.toHaveBeenCalled()
})

test('three depots are decided about at once, and each in its turn', async () => {
  const under = new Set<string>()
  let most = 0
  vi.mocked(steerLocation).mockImplementation(async (_, uid) => {
    under.add(uid)
    most = Math.max(most, under.size)
    await new Promise((resolve) => setTimeout(resolve, 5))
    under.delete(uid)
    return []
  })
  const steering = new Steering(
    {} as Database,
    stationToTell().controls,
    () => undefined,
    () => expect.unreachable(),
  )
  const uids = Array.from({ length: 12 }, (_, n) => `depot-${n}`)
  for (const uid of uids) steering.wake(uid)
  const decided = () => vi.mocked(steerLocation).mock.calls.map(([, uid]) => uid)
  await vi.waitFor(() => expect(decided().toSorted()).toEqual(uids.toSorted()), 10_000)
  expect(most).toBe(3)
  steering.close()
})
