import { describe, expect, it } from 'vitest'
import { generateDepot } from '@/bench/depot-generator'
import { playRule } from '@/bench/simple-rules'

const hourMs = 3_600_000
const base = generateDepot({ vehicles: 1, limit: 'none', pausing: 'all', strategy: 'balanced', seed: 1 })
const [model] = base.schedules

/** Two of 100 kWh and 60 kW that need 60 kWh each within three hours; the second leaves an hour earlier. */
function twoBuses(powerLimitkW: number | null) {
  if (!model) throw new Error('The generator made no stay.')
  const from = base.now
  const bus = (id: string, hours: number) => ({
    ...model,
    id,
    from,
    to: from + hours * hourMs,
    startSoc: 20,
    targetSoc: 80,
    ev: { ...model.ev, batterySizekWh: 100, maxPowerkW: 60 },
    settings: { ...model.settings, evMaxPowerkW: 60 },
  })
  const site = { ...base.site, powerLimitkW, baseLoad: [], prices: [{ from, to: from + hourMs, perkWh: 1 }] }
  return { ...base, site, schedules: [bus('late', 3), bus('early', 2)] }
}

describe('a simple rule', () => {
  it('uncontrolled: all at full power from arrival, whatever the limit', () => {
    expect(playRule(twoBuses(60), 'uncontrolled')).toMatchObject({ unmetKwh: 0, peakKw: 120, cost: 120, changes: 2 })
  })

  it.each(['earliest deadline first', 'least laxity first'] as const)(
    '%s: the one that leaves first goes first under the limit',
    (rule) => {
      const { unmetKwh, peakKw, cost } = playRule(twoBuses(60), rule)
      expect(unmetKwh).toBeCloseTo(0, 6)
      expect(peakKw).toBeCloseTo(60, 6)
      expect(cost).toBeCloseTo(60, 6)
    },
  )

  it('reports what a limit leaves undone', () => {
    expect(playRule(twoBuses(30), 'earliest deadline first').unmetKwh).toBeCloseTo(30, 6)
  })
})
