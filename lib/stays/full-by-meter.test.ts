import { describe, expect, it } from 'vitest'
import { inForceValue, NOW, stayValue } from '@/lib/planning/fixtures/depot-values'
import { fullByMeter } from '@/lib/stays/full-by-meter'
import type { KnownSoc } from '@/lib/stays/start-soc'
import { HOUR_MS, MINUTE_MS } from '@/lib/time/interval'

/** A vehicle that charged until NOW, was ordered 30 kW for so many minutes more, and drew so much at its last reading. */
function stayOf({ orderedMinutes = 20, readKw = 0, leftKw = 0, isGone = false }) {
  const to = NOW + orderedMinutes * MINUTE_MS
  return stayValue({
    charged: [{ from: NOW - HOUR_MS, to: NOW, powerkW: 60, energykWh: 60 }],
    incumbent: inForceValue({
      segments: [
        { from: NOW - HOUR_MS, to, powerkW: 30 },
        { from: to, to: NOW + 9 * HOUR_MS, powerkW: leftKw },
      ],
    }),
    measured: { connectedAt: NOW - HOUR_MS, disconnectedAt: isGone ? NOW + HOUR_MS : null, reportsMeter: true },
    readings: [{ at: NOW + 40 * MINUTE_MS, powerKw: readKw }],
  })
}

const estimate = (parts: Partial<KnownSoc> = {}): KnownSoc => ({
  ...{ soc: 97, source: 'estimated', at: NOW, plusMinus: 6, ...parts },
})
const soc = (stay: Parameters<typeof stayOf>[0], known: Partial<KnownSoc> = {}, targetSoc = 95) =>
  fullByMeter(estimate(known), stayOf(stay), targetSoc).soc

describe('a vehicle that nobody measures', () => {
  it.each<[string, number, number]>([
    ['takes nothing of what was ordered for long: it is full', soc({}), 100],
    ['stays full when nothing more is ordered', soc({ orderedMinutes: 12 }), 100],
    ['counted beyond 100', soc({}, { soc: 100, beyond: 3 }), 100],
    ['had too little time to show it', soc({ orderedMinutes: 8 }), 97],
    ['takes a little still', soc({ readKw: 6 }), 97],
    ['was unplugged', soc({ isGone: true }), 97],
    [
      'is short of its target by the estimate: it takes nothing for another reason',
      soc({}, { soc: 90, plusMinus: 12 }),
      90,
    ],
    ['cannot be full, however far the estimate is off', soc({}, { soc: 92, plusMinus: 6 }, 90), 92],
    ['says its SoC', soc({}, { source: 'measured', plusMinus: 0.5 }), 97],
  ])('and %s', (_, found, expected) => {
    expect(found).toBe(expected)
  })

  it('wants nothing more once it is full, whatever its target', () => {
    expect(fullByMeter(estimate(), stayOf({}), 95)).toMatchObject({ soc: 100, beyond: 0, plusMinus: 0 })
  })
})
