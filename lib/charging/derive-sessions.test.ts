import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { deriveSessions } from '@/lib/charging/derive-sessions'
import { anyEvents, at, event } from '@/lib/charging/fixtures/events'

const times = (...events: Parameters<typeof deriveSessions>[0]) =>
  deriveSessions(events).map(({ connectedAt, disconnectedAt }) => [connectedAt, disconnectedAt])

describe('deriveSessions', () => {
  test('a vehicle that is connected and has not left is still connected', () => {
    expect(times(event('ev-connected', 0))).toEqual([[at(0), null]])
  })

  test('connected, disconnected and connected again are two sessions', () => {
    const events = [event('ev-connected', 0), event('ev-disconnected', 60), event('ev-connected', 90)]
    expect(times(...events)).toEqual([
      [at(0), at(60)],
      [at(90), null],
    ])
  })

  test.each(['charging-started', 'meter', 'charging-stopped'] as const)(
    'a lost ev-connected is made good by the first %s',
    (type) => {
      expect(times(event(type, 5), event('ev-disconnected', 60))).toEqual([[at(5), at(60)]])
    },
  )

  test('a lost ev-disconnected is made good by the next transaction’s ev-connected', () => {
    const first = event('ev-connected', 0, { transactionId: 'tx-1' })
    const second = event('ev-connected', 600, { transactionId: 'tx-2' })
    expect(times(first, second)).toEqual([
      [at(0), at(600)],
      [at(600), null],
    ])
  })

  test.each(['stationId', 'evseId', 'connectorId', 'locationUid'] as const)(
    'an ev-connected at another %s ends the session before',
    (place) => {
      expect(
        times(event('ev-connected', 0, { [place]: 'a' }), event('ev-connected', 9, { [place]: 'b' })),
      ).toHaveLength(2)
    },
  )

  test.each([{ stationId: 'b' }, { locationUid: 'south' }, { transactionId: 'tx-2' }])(
    'of two that begin in one instant the later is the connection, with what was said in both',
    (other) => {
      const first = event('ev-connected', 0, { stationId: 'a', locationUid: 'north', transactionId: 'tx-1', soc: 40 })
      const second = event('ev-connected', 0, { stationId: 'a', locationUid: 'north', ...other, id: 'later' })
      const sessions = deriveSessions([second, first])
      expect(sessions).toMatchObject([{ connectedAt: at(0), disconnectedAt: null, ...other }])
      expect(sessions[0]?.events).toEqual([first, second])
    },
  )

  test('of two that begin in one instant the readings of both transactions count from then on', () => {
    const first = event('ev-connected', 0, { transactionId: 'tx-1', soc: 40 })
    const second = event('ev-connected', 0, { transactionId: 'tx-2', id: 'later' })
    const readings = [5, 10].map((minutes) => event('meter', minutes, { transactionId: 'tx-1', powerKw: 50 }))
    const sessions = deriveSessions([first, second, ...readings])
    expect(sessions).toMatchObject([{ connectedAt: at(0), disconnectedAt: null, lastSoc: 40, drawsPower: true }])
    expect(sessions[0]?.events).toEqual([first, second, ...readings])
  })

  test('an ev-connected that is said again is the same connection', () => {
    const again = event('ev-connected', 9, { transactionId: 'tx-1' })
    expect(times(event('ev-connected', 0), event('charging-started', 1, { transactionId: 'tx-1' }), again)).toEqual([
      [at(0), null],
    ])
  })

  test('the last reading of a session, sent after it, is no new connection', () => {
    const gone = [event('ev-connected', 0, { transactionId: 'tx-1' }), event('ev-disconnected', 60)]
    expect(times(...gone, event('meter', 61))).toHaveLength(1)
    expect(times(...gone, event('charging-stopped', 61))).toHaveLength(1)
    expect(times(...gone, event('meter', 600, { transactionId: 'tx-1', powerKw: 9 }))).toHaveLength(1)
  })

  test('a reading with power, or one long after, is a new connection', () => {
    const gone = [event('ev-connected', 0), event('ev-disconnected', 60)]
    expect(times(...gone, event('meter', 61, { powerKw: 40 }))).toHaveLength(2)
    expect(times(...gone, event('meter', 90))).toHaveLength(2)
  })

  test('where one vehicle session ends in the second in which the next begins, the transactions tell them apart', () => {
    const events = [
      event('ev-connected', 0, { transactionId: 'tx-1' }),
      event('ev-disconnected', 60, { transactionId: 'tx-1' }),
      event('ev-connected', 60, { transactionId: 'tx-2' }),
    ]
    expect(times(...events)).toEqual([
      [at(0), at(60)],
      [at(60), null],
    ])
  })

  test('a disconnection of nothing, a V2ICP message and a connector’s status connect nobody', () => {
    expect(times(event('ev-disconnected', 0), event('v2icp', 1), event('connector-status', 2))).toEqual([])
  })

  test('the order in which events come in makes no difference', () => {
    const shuffled = anyEvents.chain((events) =>
      fc.tuple(fc.constant(events), fc.shuffledSubarray(events, { minLength: events.length })),
    )
    fc.assert(
      fc.property(shuffled, ([events, mixed]) => {
        expect(deriveSessions(mixed)).toEqual(deriveSessions(events))
      }),
    )
  })

  test('sessions follow each other without overlapping, and each event is in at most one', () => {
    fc.assert(
      fc.property(anyEvents, (events) => {
        const sessions = deriveSessions(events)
        for (const [index, session] of sessions.entries()) {
          const next = sessions[index + 1]
          if (next) expect(session.disconnectedAt).toBeLessThanOrEqual(next.connectedAt)
          if (next) expect(session.connectedAt).toBeLessThan(next.connectedAt)
          for (const inside of session.events) {
            expect(inside.at).toBeGreaterThanOrEqual(session.connectedAt)
            expect(inside.at).toBeLessThanOrEqual(session.disconnectedAt ?? Number.POSITIVE_INFINITY)
          }
        }
        const ids = sessions.flatMap((session) => session.events.map(({ id }) => id))
        expect(new Set(ids).size).toBe(ids.length)
      }),
    )
  })

  test('whoever is connected at the end was said to be there after the last disconnection', () => {
    const plain = anyEvents.map((events) =>
      events
        .filter(({ type }) => type === 'ev-connected' || type === 'ev-disconnected')
        .map((each, index) => ({ ...each, at: at(index), transactionId: null, locationUid: null })),
    )
    fc.assert(
      fc.property(plain, (events) => {
        const open = deriveSessions(events).at(-1)?.disconnectedAt === null
        expect(open).toBe(events.at(-1)?.type === 'ev-connected')
      }),
    )
  })
})
