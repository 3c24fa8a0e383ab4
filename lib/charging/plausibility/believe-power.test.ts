import { expect, test } from 'vitest'
import { highestRead, likelyRead } from '@/lib/charging/plausibility/believe-power'

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
