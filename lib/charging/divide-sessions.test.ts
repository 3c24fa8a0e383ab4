import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { deriveSessions } from '@/lib/charging/derive-sessions'
import { divideSessions, type PlannedStay } from '@/lib/charging/divide-sessions'
import { anyEvents, at, event } from '@/lib/charging/fixtures/events'

const HOUR = 60

/** A stay from and to so many minutes after 18:00. */
const stay = (key: number, arrival: number, departure: number, locationUid = 'north'): PlannedStay => ({
  ...{ key, locationUid },
  ...{ arrival: at(arrival), departure: at(departure) },
})

const night = stay(1, 0, 10 * HOUR)

function parts(stays: PlannedStay[], connected: number, disconnected: number | null, now: number) {
  const events = [
    event('ev-connected', connected),
    ...(disconnected === null ? [] : [event('ev-disconnected', disconnected)]),
  ]
  return divideSessions(stays, deriveSessions(events), at(now)).map(({ stayKey, from, to }) => [stayKey, from, to])
}

describe('divideSessions', () => {
  test.each([
    ['in the middle of the stay', 30, [[1, at(30), null]]],
    ['at its arrival', 0, [[1, at(0), null]]],
    ['4 hours early', -4 * HOUR, [[1, at(-4 * HOUR), null]]],
    ['at its departure, which belongs to nothing', 10 * HOUR, []],
    ['after its departure', 11 * HOUR, []],
  ])('a connection %s', (_, connected, expected) => {
    expect(parts([night], connected, null, connected + 1)).toEqual(expected)
  })

  test('a connection over 4 hours early comes to the stay 4 hours before it, with its own beginning', () => {
    expect(parts([night], -9 * HOUR, null, -5 * HOUR)).toEqual([])
    expect(parts([night], -9 * HOUR, null, -3 * HOUR)).toEqual([[1, at(-9 * HOUR), null]])
  })

  test('a vehicle that stays connected past its departure stays in that stay until the next one begins', () => {
    const next = stay(2, 12 * HOUR, 20 * HOUR)
    expect(parts([night, next], 0, null, 11 * HOUR)).toEqual([[1, at(0), null]])
    expect(parts([night, next], 0, null, 13 * HOUR)).toEqual([
      [1, at(0), at(12 * HOUR)],
      [2, at(12 * HOUR), null],
    ])
  })

  test('an early return belongs to the next stay although it is within a stay that the vehicle has left', () => {
    const midday = stay(1, -8 * HOUR, -2 * HOUR)
    const evening = stay(2, 0, 10 * HOUR)
    const events = [
      event('ev-connected', -8 * HOUR),
      event('ev-disconnected', -3 * HOUR),
      event('ev-connected', -1 * HOUR),
    ]
    const divided = divideSessions([midday, evening], deriveSessions(events), at(30))
    expect(divided.map(({ stayKey, from }) => [stayKey, from])).toEqual([
      [1, at(-8 * HOUR)],
      [2, at(-1 * HOUR)],
    ])
  })

  test('a connection at another location belongs to no stay here', () => {
    const sessions = deriveSessions([event('ev-connected', 0, { locationUid: 'south' })])
    expect(divideSessions([night], sessions, at(10))).toEqual([])
  })

  test('parts of a session follow each other, and only what is still connected is open', () => {
    const stays = fc
      .array(fc.tuple(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 1, max: 200 })), { maxLength: 5 })
      .map((list) => list.map(([arrival, length], index) => stay(index + 1, arrival, arrival + length)))
    fc.assert(
      fc.property(stays, anyEvents, (planned, events) => {
        const sessions = deriveSessions(events)
        const divided = divideSessions(planned, sessions, at(300))
        for (const session of sessions) {
          const own = divided.filter((part) => part.session === session)
          for (const [index, { from, to }] of own.entries()) {
            expect(from).toBeGreaterThanOrEqual(session.connectedAt)
            expect(to === null ? session.disconnectedAt : null).toBeNull()
            const next = own[index + 1]
            if (next) expect(to).toBe(next.from)
            else expect(to).toBe(session.disconnectedAt)
          }
        }
      }),
    )
  })
})
