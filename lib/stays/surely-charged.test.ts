import { describe, expect, it } from 'vitest'
import { stayValue } from '@/lib/planning/fixtures/depot-values'
import type { KnownSoc } from '@/lib/stays/start-soc'
import { surelyCharged, surelyHas } from '@/lib/stays/surely-charged'
import { HOUR_MS } from '@/lib/time/interval'

const power = { batterySizeKwh: 300, maxPowerKw: 100, curve: [{ soc: 100, powerkW: 100 }] }
const charged = [{ from: 0, to: HOUR_MS, powerkW: 60, energykWh: 60 }]
const estimated = (soc: number, parts: Partial<KnownSoc> = {}): KnownSoc => ({
  ...{ soc, source: 'estimated', at: 0, plusMinus: 5 },
  ...parts,
})
const plan = (soc: KnownSoc, targetSoc = 95, metered = charged) =>
  surelyCharged(stayValue({ charged: metered }), { soc, targetSoc, power })

/** What is ordered of a plan that serves all of its need, kWh. */
const orderedKwh = ({ soc, targetSoc, power: own }: ReturnType<typeof plan>) =>
  ((targetSoc - soc.soc) / 100) * (own?.batterySizeKwh ?? Number.NaN)

describe('a vehicle that nobody measures', () => {
  it.each<[string, ReturnType<typeof plan>, number]>([
    ['is charged to its target however far the estimate is off', plan(estimated(60), 80), 90],
    ['a target near 100 leaves no room: the battery is planned larger', plan(estimated(60)), 135],
    ['and it goes on where the estimate seems full', plan(estimated(100)), 15],
    ['until it has had enough', plan(estimated(100, { beyond: 4 })), 3],
  ])('%s', (_, planned, expected) => {
    expect(orderedKwh(planned)).toBeCloseTo(expected, 6)
  })

  it('has enough once it has its target whatever it began with', () => {
    expect(plan(estimated(100, { beyond: 5 })).soc.soc).toBe(100)
  })

  it('has for sure what was counted, though it is not believed to be full', () => {
    const counted = estimated(100, { beyond: 3 })
    expect(surelyHas(stayValue({ charged }), plan(counted).soc)).toBe(surelyHas(stayValue({ charged }), counted))
  })

  it.each<[string, ReturnType<typeof plan>]>([
    ['one whose SoC is read', plan(estimated(60, { source: 'measured', plusMinus: 0.5 }))],
    ['one of which no meter has said anything', plan(estimated(60), 95, [])],
  ])('is not %s: that is planned as it is', (_, planned) => {
    expect(planned).toEqual({ soc: planned.soc, targetSoc: 95, power })
    expect(planned.soc.soc).toBe(60)
  })

  it('whose SoC is no more than assumed is charged until it has its target at the low end of that', () => {
    expect(orderedKwh(plan(estimated(40, { source: 'assumed', plusMinus: 20 })))).toBeCloseTo(
      ((95 - 20) / 100) * 300,
      6,
    )
  })

  it('has the low end of the estimate for sure', () => {
    expect(surelyHas(stayValue({ charged }), estimated(82, { plusMinus: 4 }))).toBe(78)
    expect(surelyHas(stayValue({ charged }), estimated(100, { beyond: 3 }))).toBe(98)
    expect(surelyHas(stayValue({ charged }), estimated(82, { source: 'measured' }))).toBe(82)
  })
})
