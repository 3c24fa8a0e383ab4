import { describe, expect, test } from 'vitest'
import { deriveSessions } from '@/lib/charging/derive-sessions'
import { at, event } from '@/lib/charging/fixtures/events'
import { releaseSilent } from '@/lib/charging/release-silent'

const HOUR = 60
const stay = { key: 1, locationUid: 'north', arrival: at(0), departure: at(8 * HOUR), targetSoc: 90 }
const connected = event('ev-connected', 0, { soc: 30 })
const charging = [connected, event('meter', 2 * HOUR, { powerKw: 60, soc: 60 })]

const endOf = (events: typeof charging, now: number, stays = [stay]) =>
  releaseSilent(deriveSessions(events), stays, at(now)).at(-1)?.disconnectedAt

describe('a connection of which nothing is heard', () => {
  test.each([
    ['lasts until two hours after its departure', charging, 10 * HOUR, null],
    ['ends then, when it was last heard of', charging, 10 * HOUR + 1, at(2 * HOUR)],
    [
      'lasts where it is at rest and has its target',
      [connected, event('meter', 60, { powerKw: 0, soc: 90 })],
      50 * HOUR,
      null,
    ],
    [
      'ends where it is at rest below its target',
      [connected, event('meter', 60, { powerKw: 0, soc: 70 })],
      11 * HOUR,
      at(60),
    ],
    ['lasts where no meter values used to come', [connected], 50 * HOUR, null],
  ])('%s', (_, events, now, expected) => {
    expect(endOf(events, now)).toBe(expected)
  })

  test('without a stay it ends two hours after its last word', () => {
    expect(endOf(charging, 4 * HOUR, [])).toBeNull()
    expect(endOf(charging, 4 * HOUR + 1, [])).toBe(at(2 * HOUR))
  })

  test('goes on when it is heard of again', () => {
    const again = event('meter', 20 * HOUR, { powerKw: 50 })
    expect(endOf([...charging, again], 20 * HOUR)).toBeNull()
  })

  test('is another one when the vehicle connects anew after the silence', () => {
    const sessions = deriveSessions([...charging, event('ev-connected', 20 * HOUR, { soc: 80 })])
    expect(releaseSilent(sessions, [stay], at(20 * HOUR)).map(({ disconnectedAt }) => disconnectedAt)).toEqual([
      at(2 * HOUR),
      null,
    ])
  })
})

describe('what happens at the connector', () => {
  const place = { locationUid: 'north', stationId: 's', evseId: '1', connectorId: null }
  const there = event('ev-connected', 0, place)
  const ends = (what: 'available' | 'occupied' | 'taken', more = {}) =>
    deriveSessions([there], [{ ...place, ...more, at: at(60), what }]).map(({ disconnectedAt }) => disconnectedAt)

  test.each([
    ['available', {}, at(60)],
    ['taken', {}, at(60)],
    ['occupied', {}, null],
    ['available', { evseId: '2' }, null],
    ['taken', { stationId: 'other' }, null],
  ] as const)('%s at %j', (what, more, expected) => {
    expect(ends(what, more)).toEqual([expected])
  })

  test('an occupied connector is a word', () => {
    const occupied = { ...place, at: at(9 * HOUR), what: 'occupied' as const }
    const events = charging.map((one) => ({ ...one, ...place }))
    expect(releaseSilent(deriveSessions(events, [occupied]), [stay], at(10.5 * HOUR))[0]?.disconnectedAt).toBeNull()
  })

  test('the end of an address’s claim ends what was recognised by it, and nothing else', () => {
    const claimed = event('ev-connected', 0, { macAddress: 'A' })
    const end = (macAddress: string | null) =>
      deriveSessions([claimed, event('claim-ended', 60, { macAddress })])[0]?.disconnectedAt
    expect([end('A'), end('B'), end(null)]).toEqual([at(60), null, at(60)])
  })
})
