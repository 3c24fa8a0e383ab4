import { expect, test } from 'vitest'
import { highestRead, likelyRead, meansWatts } from '@/lib/charging/plausibility/believe-power'

test.each([
  ['below its nameplate', 7, 7.4, 7, 7],
  ['far above its nameplate, which may be wrong', 50, 7.4, 0.05, 50],
  ['in W', 74_000, 150, 74, 74],
  ['of a charger of more than a megawatt', 1_400, 1_200, 1_400, 1_400],
  ['of nothing that can be', 74_000_000, 150, undefined, undefined],
])(
  'a reading %s is shown as what is likely, and counted as the most that it can be',
  (_, read, chargerKw, ...expected) => {
    expect([likelyRead(read, chargerKw), highestRead(read, chargerKw)]).toEqual(expected)
  },
)

const HALF_MINUTE = 30_000

test.each([
  ['as two powers say that nothing can give', [74_000, 70_000], [], true],
  ['not by one wild value', [74, 74_000], [], undefined],
  ['as its register denies what it says of a vehicle that waits', [400, 400], [1000, 1000.003], true],
  ['as its register denies what it says, whose steps are whole kilowatt-hours', [900, 900], [1000, 1000], true],
  ['not where so little may be a step of the register', [100, 100], [1000, 1000], undefined],
  ['not where its register confirms it', [300, 300], [1000, 1002.5], false],
  ['not where the power has just begun', [0, 300], [1000, 1000], undefined],
  ['not where the register began anew', [300, 300], [1000, 0], undefined],
])('a meter that says kW means W: %s', (_, powers, registers, expected) => {
  const [before, word] = [0, 1].map((n) => ({ at: n * HALF_MINUTE, powerKw: powers[n], meterKwh: registers[n] }))
  expect(meansWatts(before ?? { at: 0 }, word ?? { at: 0 })).toBe(expected)
})
