import { describe, expect, test } from 'vitest'
import { hoursToCharge, meanPowerKw, powerAtSoc } from '@/lib/planner/charging-curve'

const taper = [
  { soc: 0, powerkW: 150 },
  { soc: 80, powerkW: 150 },
  { soc: 100, powerkW: 40 },
]

describe('a charging curve', () => {
  test.each([
    [0, 150],
    [80, 150],
    [90, 95],
    [100, 40],
  ])('gives at %s %% %s kW', (soc, kw) => expect(powerAtSoc(taper, soc)).toBeCloseTo(kw, 9))

  test('is level outside of its points, and without points there is none', () => {
    expect(powerAtSoc([{ soc: 50, powerkW: 80 }], 10)).toBe(80)
    expect(powerAtSoc([{ soc: 50, powerkW: 80 }], 90)).toBe(80)
    expect(powerAtSoc(undefined, 90)).toBe(Number.POSITIVE_INFINITY)
  })

  test('has a mean between two SoCs, bends and the vehicle’s maximum included', () => {
    expect(meanPowerKw(taper, 150, 70, 90)).toBeCloseTo((150 + 122.5) / 2, 9)
    expect(meanPowerKw(taper, 95, 80, 100)).toBeCloseTo((95 + 67.5) / 2, 9)
  })

  test('says how long charging takes: the integral of energy over power, to a fifth of a percent', () => {
    const exact = (0.1 * 350) / 150 + (3.5 / 5.5) * Math.log(150 / 95)
    expect(hoursToCharge(taper, 150, 350, 70, 90) / exact).toBeCloseTo(1, 2.5)
    expect(hoursToCharge(undefined, 100, 350, 20, 80)).toBeCloseTo(2.1, 9)
    expect(hoursToCharge([{ soc: 0, powerkW: 0 }], 100, 350, 20, 80)).toBe(Number.POSITIVE_INFINITY)
  })
})
