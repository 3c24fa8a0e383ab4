import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { deriveCourse } from '@/lib/charging/derive-course'
import { anyEvents, at, event } from '@/lib/charging/fixtures/events'
import type { VehicleWindow } from '@/lib/charging/load-window'
import { UNKNOWN } from '@/lib/charging/stay-state'

const HOUR = 60
const tx = { transactionId: 'tx-1' }

function windowOf(events: VehicleWindow['events'], batterySizeKwh: number | null = 400): VehicleWindow {
  const night = {
    key: 1,
    locationUid: 'north',
    arrival: at(0),
    departure: at(10 * HOUR),
    targetSoc: 90,
    isTouched: true,
    state: UNKNOWN,
  }
  const limits = { batterySizeKwh, vehicleKw: null, chargerKw: null, preconditioningKwh: 0 }
  return { vehicleKey: 1, limits, places: [], from: at(-9_999), to: at(9_999), stays: [night], events }
}

const stateOf = (events: VehicleWindow['events'], batterySizeKwh?: number | null) =>
  deriveCourse(windowOf(events, batterySizeKwh), at(2 * HOUR)).stays[0]?.state

describe('deriveCourse', () => {
  test('a whole night: connection, charging, the first and the last measured SoC', () => {
    const events = [
      event('ev-connected', 2, { soc: 30 }),
      event('charging-started', 5, tx),
      event('meter', 65, { ...tx, soc: 45, energyKwh: 60 }),
      event('charging-stopped', 300, { ...tx, energyKwh: 200 }),
      event('ev-disconnected', 590, tx),
    ]
    expect(stateOf(events)).toEqual({
      connectedAt: at(2),
      disconnectedAt: at(590),
      chargingStartedAt: at(5),
      chargingEndedAt: at(300),
      measuredStartSoc: 30,
      measuredSoc: 80,
      measuredSocAt: at(590),
    })
  })

  test('a SoC is carried forward by metered energy, and back to the arrival', () => {
    const events = [
      event('ev-connected', 0),
      event('charging-started', 0, tx),
      event('meter', 30, { ...tx, energyKwh: 40, soc: 50 }),
      event('meter', 60, { ...tx, energyKwh: 80 }),
    ]
    expect(stateOf(events)).toMatchObject({ measuredStartSoc: 40, measuredSoc: 60, measuredSocAt: at(60) })
  })

  test('without a battery size a reading holds as it is', () => {
    const events = [event('ev-connected', 0, { soc: 50 }), event('meter', 30, { energyKwh: 40 })]
    expect(stateOf(events, null)).toMatchObject({ measuredStartSoc: 50, measuredSoc: 50 })
  })

  test('a SoC never leaves 0 to 100 %', () => {
    const events = [event('ev-connected', 0, { soc: 95, ...tx }), event('meter', 60, { ...tx, energyKwh: 100 })]
    expect(stateOf(events)).toMatchObject({ measuredSoc: 100 })
  })

  test('a vehicle that is replugged in its stay goes on in it', () => {
    const events = [
      event('ev-connected', 0, { soc: 20 }),
      event('charging-started', 1),
      event('ev-disconnected', 60),
      event('ev-connected', 70, { soc: 35 }),
    ]
    expect(stateOf(events)).toMatchObject({
      connectedAt: at(0),
      disconnectedAt: null,
      chargingStartedAt: at(1),
      chargingEndedAt: at(60),
      measuredStartSoc: 20,
      measuredSoc: 35,
    })
  })

  test.each([
    ['two days before it, was not measured in it', -48 * HOUR, [], null],
    ['hours before it, was', -10 * HOUR, [], 70],
    ['two days before it, was where the charger has spoken since', -48 * HOUR, [-HOUR], 70],
  ])('a SoC that was read of a vehicle that never left, %s', (_, connected, words, expected) => {
    const events = [event('ev-connected', connected, { soc: 70 }), ...words.map((at) => event('meter', at))]
    expect(stateOf(events)).toMatchObject({
      ...{ connectedAt: at(connected), disconnectedAt: null },
      ...{ measuredStartSoc: expected, measuredSoc: expected },
    })
  })

  test('a SoC of the stay before does not count where the charger has not spoken since, though nobody said that it left', () => {
    const given = windowOf([event('ev-connected', -20 * HOUR, { soc: 40 })])
    const [night] = given.stays
    if (!night) throw new Error('The window has a stay.')
    given.stays = [{ ...night, key: 2, arrival: at(-20 * HOUR), departure: at(-12 * HOUR) }, night]
    const states = deriveCourse(given, at(2 * HOUR)).stays.map(({ state }) => state)
    expect(states.map(({ measuredSoc }) => measuredSoc)).toEqual([40, null])
    expect(states[1]).toMatchObject({ connectedAt: at(0), disconnectedAt: null })
  })

  test('a stay of which the events tell nothing any more is as if nothing had been said', () => {
    const stale = windowOf([])
    stale.stays = stale.stays.map((stay) => ({ ...stay, state: { ...UNKNOWN, connectedAt: at(0) } }))
    expect(deriveCourse(stale, at(0)).stays).toEqual([
      { key: 1, locationUid: 'north', state: UNKNOWN, isChanged: true },
    ])
  })

  test('the order in which events come in makes no difference to anything', () => {
    const shuffled = anyEvents.chain((events) =>
      fc.tuple(fc.constant(events), fc.shuffledSubarray(events, { minLength: events.length })),
    )
    fc.assert(
      fc.property(shuffled, ([events, mixed]) => {
        expect(deriveCourse(windowOf(mixed), at(300))).toEqual(deriveCourse(windowOf(events), at(300)))
      }),
    )
  })

  test('times are in order and every SoC is a percentage, whatever came in', () => {
    fc.assert(
      fc.property(anyEvents, (events) => {
        const state = stateOf(events) ?? UNKNOWN
        for (const soc of [state.measuredStartSoc, state.measuredSoc]) {
          expect(soc ?? 0).toBeGreaterThanOrEqual(0)
          expect(soc ?? 0).toBeLessThanOrEqual(100)
        }
        const { connectedAt, chargingStartedAt, chargingEndedAt, disconnectedAt } = state
        const known = [connectedAt, chargingStartedAt, chargingEndedAt, disconnectedAt].filter((time) => time !== null)
        expect(known).toEqual(known.toSorted((a, b) => a - b))
      }),
    )
  })
})
