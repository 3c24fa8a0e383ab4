import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ChargerEvent } from '@/lib/charging/charger-event'
import { deriveSessions, type Session } from '@/lib/charging/derive-sessions'
import { anyEvents, at, event } from '@/lib/charging/fixtures/events'
import {
  type BelievedSession,
  chargingTimes,
  energyCourse,
  type Metered,
  meteredOf,
  quarterMeans,
} from '@/lib/charging/metering'
import { believe } from '@/lib/charging/plausibility/believe'

/** Nothing is known of the vehicle, so that everything below 1 MW is believed. */
const ANY = { batterySizeKwh: null, vehicleKw: null, chargerKw: null, preconditioningKwh: 0 }

const believed = (session: Session): BelievedSession => ({ ...session, events: believe(session.events, ANY).events })

function sessionOf(...events: ChargerEvent[]): BelievedSession {
  const [session] = deriveSessions(events)
  if (!session) throw new Error('These events make no session.')
  return believed(session)
}

const tx = { transactionId: 'tx-1' }

describe('chargingTimes', () => {
  test('a pause at 0 kW is no stop', () => {
    const session = sessionOf(
      event('charging-started', 0),
      event('meter', 10, { powerKw: 0 }),
      event('meter', 20, { powerKw: 9 }),
    )
    expect(chargingTimes(session)).toEqual([{ from: at(0), to: null }])
  })

  test('power above 0 proves a start that was lost, and a disconnection ends what was not stopped', () => {
    const session = sessionOf(
      event('ev-connected', 0),
      event('meter', 10, { powerKw: 40 }),
      event('ev-disconnected', 30),
    )
    expect(chargingTimes(session)).toEqual([{ from: at(10), to: at(30) }])
  })

  test('a session that was ended by the next one ends its charging', () => {
    const [first] = deriveSessions([
      event('ev-connected', 0, { transactionId: 'a' }),
      event('charging-started', 1, { transactionId: 'a' }),
      event('ev-connected', 60, { transactionId: 'b' }),
    ])
    expect(first && chargingTimes(believed(first))).toEqual([{ from: at(1), to: at(60) }])
  })
})

describe('meteredOf', () => {
  test('a counter tells the energy between two readings, and nothing is charged before the start', () => {
    const session = sessionOf(
      event('ev-connected', 0),
      event('charging-started', 6, tx),
      event('meter', 36, { ...tx, energyKwh: 20 }),
      event('meter', 66, { ...tx, energyKwh: 50 }),
    )
    expect(meteredOf(session)).toEqual([
      { from: at(0), to: at(6), energyKwh: 0, charging: false },
      { from: at(6), to: at(36), energyKwh: 20, charging: true },
      { from: at(36), to: at(66), energyKwh: 30, charging: true },
    ])
  })

  test('between two readings of a counter the reported power says when', () => {
    const session = sessionOf(
      event('charging-started', 0, { ...tx, powerKw: 40 }),
      event('meter', 30, { ...tx, powerKw: 0 }),
      event('meter', 60, { ...tx, powerKw: 0, energyKwh: 20 }),
    )
    expect(meteredOf(session).map(({ energyKwh }) => energyKwh)).toEqual([20, 0])
  })

  test('without a counter the reported power holds, but no longer than an hour', () => {
    const session = sessionOf(event('meter', 0, { powerKw: 60 }), event('charging-stopped', 120), event('meter', 130))
    expect(meteredOf(session)).toEqual([
      { from: at(0), to: at(60), energyKwh: 60, charging: true },
      { from: at(120), to: at(130), energyKwh: 0, charging: false },
    ])
  })

  test('charging of which neither power nor energy is known is left out', () => {
    const session = sessionOf(event('charging-started', 0, { energyKwh: 5 }), event('meter', 30, { soc: 50 }))
    expect(meteredOf(session)).toEqual([])
  })

  test('a second transaction, and a counter that begins again, count from 0', () => {
    const session = sessionOf(
      event('charging-started', 0, tx),
      event('meter', 30, { ...tx, energyKwh: 20 }),
      event('meter', 60, { transactionId: 'tx-2', energyKwh: 7 }),
      event('meter', 90, { transactionId: 'tx-2', energyKwh: 3 }),
    )
    expect(meteredOf(session).map(({ energyKwh }) => energyKwh)).toEqual([20, 7, 3])
  })

  test('never tells of more energy than a counter that only rises', () => {
    const readings = fc.array(fc.tuple(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 0, max: 30 })), {
      minLength: 1,
    })
    fc.assert(
      fc.property(readings, fc.array(fc.constantFrom(0, 40, null)), (steps, powers) => {
        let [minutes, energyKwh] = [0, 0]
        const meters = steps.map(([pause, step], index) => {
          const more = Math.min(step, pause * 15)
          minutes += pause
          energyKwh += more
          return event('meter', minutes, { ...tx, energyKwh, powerKw: powers[index] ?? null })
        })
        const metered = meteredOf(sessionOf(event('charging-started', 0, tx), ...meters))
        expect(metered.reduce((sum, part) => sum + part.energyKwh, 0)).toBeCloseTo(energyKwh, 6)
      }),
    )
  })
})

describe('quarterMeans', () => {
  test('splits at clock quarter-hours and where charging starts', () => {
    const session = sessionOf(
      event('ev-connected', 5),
      event('charging-started', 10, tx),
      event('meter', 40, { ...tx, energyKwh: 30 }),
    )
    expect(quarterMeans(meteredOf(session))).toEqual([
      { from: at(5), to: at(10), energyKwh: 0, charging: false },
      { from: at(10), to: at(15), energyKwh: 5, charging: true },
      { from: at(15), to: at(30), energyKwh: 15, charging: true },
      { from: at(30), to: at(40), energyKwh: 10, charging: true },
    ])
  })

  test('keeps the energy and the time, in order, inside quarter-hours', () => {
    fc.assert(
      fc.property(anyEvents, (events) => {
        for (const session of deriveSessions(events).map(believed)) {
          const metered = meteredOf(session)
          const means = quarterMeans(metered)
          const everything = { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY }
          expect(energyCourse(means)(everything)).toBeCloseTo(energyCourse(metered)(everything), 6)
          expect(means.reduce((sum, { from, to }) => sum + to - from, 0)).toBe(
            metered.reduce((sum, { from, to }) => sum + to - from, 0),
          )
          for (const [index, { from, to }] of means.entries()) {
            expect(Math.floor(from / 900_000)).toBe(Math.floor((to - 1) / 900_000))
            expect(from).toBeGreaterThanOrEqual(means[index - 1]?.to ?? 0)
          }
        }
      }),
    )
  })
})

describe('energyCourse', () => {
  const gapsAndLengths = fc.array(fc.tuple(fc.nat(20), fc.integer({ min: 1, max: 20 }), fc.nat(50)), { maxLength: 30 })

  test('is the sum of the shares of all stretches', () => {
    fc.assert(
      fc.property(gapsAndLengths, fc.integer({ min: -10, max: 900 }), fc.nat(900), (parts, from, length) => {
        let end = 0
        const metered = parts.map(([gap, lasts, energyKwh]): Metered => {
          const begin = end + gap
          end = begin + lasts
          return { from: begin, to: end, energyKwh, charging: true }
        })
        const to = from + length
        const shares = metered.map(
          (part) =>
            (part.energyKwh * Math.max(0, Math.min(part.to, to) - Math.max(part.from, from))) / (part.to - part.from),
        )
        expect(energyCourse(metered)({ from, to })).toBeCloseTo(
          shares.reduce((sum, share) => sum + share, 0),
          6,
        )
      }),
    )
  })
})
