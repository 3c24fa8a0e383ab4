import { expect, test } from 'vitest'
import { stayValue } from '@/lib/planning/fixtures/depot-values'
import type { SocSource } from '@/lib/stays/start-soc'
import { stillTaking } from '@/lib/stays/still-taking'
import { MINUTE_MS } from '@/lib/time/interval'

/** 100 kW to 80 %, 25 kW when full. */
const CURVE = [
  { soc: 80, powerkW: 100 },
  { soc: 100, powerkW: 25 },
]
/** Quarter-hours of a battery of 300 kWh. */
const quarters = (...powers: number[]) =>
  powers.map((powerkW, index) => ({
    ...{ from: index * 15 * MINUTE_MS, to: (index + 1) * 15 * MINUTE_MS, powerkW },
    energykWh: powerkW / 4,
  }))
const soc = (powers: number[], known = 94, source: SocSource = 'estimated') =>
  stillTaking({ soc: known, source, at: 0, plusMinus: 5 }, stayValue({ charged: quarters(...powers) }), CURVE).soc

test.each<[string, number, number]>([
  ['takes its full power: it is hardly above where that ends', soc([100]), 80.5],
  ['takes more than its curve allows anywhere, by its meter', soc([103]), 80.5],
  ['takes half its power', soc([50]), 93.5],
  ['takes no more than a full battery would: nothing is known', soc([20]), 94],
  ['was seen to take its full power, and got 3 kWh since', soc([100, 12]), 81.5],
  ['was seen to take less at first: the tighter one holds', soc([60, 100]), 80.5],
  ['is estimated below that anyway', soc([100], 60), 60],
  ['was measured', soc([100], 94, 'measured'), 94],
])('a vehicle that %s', (_, found, expected) => {
  expect(found).toBeCloseTo(expected, 3)
})
