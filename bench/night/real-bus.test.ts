import { expect, it } from 'vitest'
import { EVENING, MINUTE, makeNight } from '@/bench/night/night'
import { RealBus } from '@/bench/night/real-bus'

/** A bus that has said nothing odd, with a SoC above that from which on its battery takes less, and told its most. */
function nearlyFull(): RealBus {
  const [bus] = makeNight({ seed: 1, buses: 1, limitKw: 560, pauses: true, deviates: false }).buses
  if (!bus) throw new Error('The night has no bus.')
  const one = new RealBus({ ...bus, real: { ...bus.real, plug: EVENING, soc: 90, fullUntil: 80, whenFull: 0.2 } })
  one.pass(EVENING, MINUTE, Number.POSITIVE_INFINITY)
  return one
}

it.each<[string, number, boolean]>([
  ['to what its battery takes', 0.58, true],
  ['to what its battery takes two points on', 0.52, true],
  ['to well below that', 0.4, false],
  ['to nothing', 0, false],
])('a fall %s (%s of its most) is a step along its curve: %s', (_, share, isCurveStep) => {
  const one = nearlyFull()
  one.pass(EVENING + MINUTE, MINUTE, share * one.bus.maxKw)
  expect(one.changes.at(-1)?.isCurveStep).toBe(isCurveStep)
})
