import { describe, expect, it } from 'vitest'
import { depotValue, inForceValue, NOW, stayValue } from '@/lib/planning/fixtures/depot-values'
import { departureFacts } from '@/lib/readiness/departure-facts'
import { readinessOf } from '@/lib/readiness/verdict'
import { HOUR_MS, MINUTE_MS } from '@/lib/time/interval'

const { location } = depotValue([])
const HERE = { connectedAt: NOW - HOUR_MS, chargingStartedAt: NOW - HOUR_MS, startSoc: 30 }
type Parts = Parameters<typeof stayValue>[0]
/** `faultMinutes`: its connector is out of order since then. */
type Given = Parts & { endSoc?: number; faultMinutes?: number }

/** A bus of 300 kWh that is here, is planned to get 90 kWh in two hours, and reads what is given. */
function verdictAt(soc: number, { endSoc = 90, departure = NOW + 6 * HOUR_MS, faultMinutes, ...parts }: Given) {
  const segments = [{ from: NOW, to: NOW + 2 * HOUR_MS, powerkW: 45 }]
  const stay = stayValue({
    ...{ arrival: NOW - HOUR_MS, departure, incumbent: inForceValue({ segments, endSoc }) },
    ...parts,
    measured: { ...HERE, soc, socAt: NOW, ...parts.measured },
  })
  const since = faultMinutes === undefined ? null : NOW - faultMinutes * MINUTE_MS
  const fault = { faultSince: since, outOfOrderSince: since }
  const departing = departureFacts(stay, location, { now: NOW, followsEvents: true, ...fault, place: null })
  if (!departing) throw new Error('The stay is over.')
  return { state: readinessOf(departing.facts).state, predictedSoc: departing.facts.predictedSoc }
}

describe('what becomes of a battery that is behind its plan', () => {
  it('has what its plan promises where it has the time: the next plan makes it up', () => {
    expect(verdictAt(57, {})).toEqual({ state: 'on-track', predictedSoc: 90 })
  })

  it('has it too where it is far behind with hours to spare', () => {
    expect(verdictAt(50, {})).toEqual({ state: 'on-track', predictedSoc: 90 })
  })

  it.each<[string, ReturnType<typeof verdictAt>]>([
    ['it is far behind, with less than an hour to spare', verdictAt(50, { departure: NOW + 2.2 * HOUR_MS })],
    ['it has no time to catch up', verdictAt(57, { departure: NOW + HOUR_MS })],
    ['its plan is frozen', verdictAt(57, { incumbent: frozen() })],
  ])('has what is delivered where %s', (_, { state, predictedSoc }) => {
    expect(state).toBe('will-miss')
    expect(predictedSoc).toBeLessThan(89)
  })

  it('has what its plan reaches where that is less than it wants', () => {
    expect(verdictAt(57, { endSoc: 87 })).toEqual({ state: 'will-miss', predictedSoc: 87 })
  })
})

it('is forecast no less than 0 % where a posted plan draws more out of it than it holds', () => {
  const incumbent = inForceValue({ segments: [{ from: NOW, to: NOW + 6 * HOUR_MS, powerkW: -60 }] }, { posted: true })
  expect(verdictAt(57, { incumbent }).predictedSoc).toBe(0)
})

describe('what becomes of a vehicle that takes nothing, and is planned with next to nothing meanwhile', () => {
  /** A plan since so many minutes with the least power to try with, or with all; it reaches 58 %. */
  const planned = (
    minutes: number,
    { kw = 10, ...parts }: { kw?: number } & Parameters<typeof inForceValue>[1] = {},
  ) => {
    const segments = [{ from: NOW - minutes * MINUTE_MS, to: NOW + HOUR_MS, powerkW: kw }]
    return inForceValue({ segments, endSoc: 58, schedule: { settings: { evMaxPowerkW: kw } } }, parts)
  }
  /** Ordered since so many minutes, with nothing read. */
  const takesNothing = (minutes: number, parts: Given = {}) =>
    verdictAt(57, {
      incumbent: planned(minutes),
      readings: [2, 1, 0].map((ago) => ({ at: NOW - ago * 2 * MINUTE_MS, powerKw: 0 })),
      ...parts,
    })
  const faulty = (minutes: number) => verdictAt(57, { incumbent: planned(minutes), faultMinutes: minutes })
  const isHeld = { slack: {}, reasons: [], shortfall: atLimit }

  it.each<[string, ReturnType<typeof verdictAt>, ReturnType<typeof verdictAt>]>([
    ['it may come back by itself', takesNothing(10), { state: 'not-charging', predictedSoc: 90 }],
    ['half an hour is over', takesNothing(35), { state: 'will-miss', predictedSoc: 57 }],
    [
      'it has no time for that',
      takesNothing(10, { departure: NOW + 1.2 * HOUR_MS }),
      { state: 'will-miss', predictedSoc: 57 },
    ],
    ['its connector has been out of order for minutes', faulty(10), { state: 'fault', predictedSoc: 90 }],
    ['its connector has been out of order for half an hour', faulty(35), { state: 'will-miss', predictedSoc: 57 }],
  ])('%s', (_, verdict, expected) => {
    expect(verdict).toEqual(expected)
  })

  it.each<[string, number, ReturnType<typeof verdictAt>]>([
    ['with the time for it', 6, { state: 'not-plugged-in', predictedSoc: 90 }],
    ['without', 1.5, { state: 'will-miss', predictedSoc: expect.closeTo(57 + (10 / 300) * 100) }],
  ])('has what was promised once it was unplugged there to be moved, %s', (_, hours, expected) => {
    const measured = { disconnectedAt: NOW - MINUTE_MS, chargingEndedAt: NOW - MINUTE_MS }
    const departure = NOW + hours * HOUR_MS
    expect(verdictAt(57, { incumbent: planned(20), measured, departure })).toEqual(expected)
  })

  it.each<[string, ReturnType<typeof planned>, number]>([
    ['its plan is frozen', planned(10, { frozen: true }), 10],
    ['the limit of the site is why its plan reaches less', planned(10, { explanation: isHeld }), 10],
    ['its plan, which is not yet one to try with, reaches less', planned(10, { kw: 80 }), 80],
  ])('is promised no more than its plan where %s', (_, incumbent, kwh) => {
    expect(takesNothing(10, { incumbent }).predictedSoc).toBeCloseTo(57 + (kwh / 300) * 100)
  })
})

const atLimit = {
  ...({ cause: 'site-limit', missingKwh: 96, missingPoints: 32, endSoc: 58 } as const),
  ...{ targetSoc: 90, neededMinutes: 60, availableMinutes: 300 },
}

function frozen() {
  const segments = [{ from: NOW, to: NOW + 2 * HOUR_MS, powerkW: 45 }]
  return inForceValue({ segments, endSoc: 90 }, { frozen: true })
}
