import { expect, test } from 'vitest'
import { wouldMiss } from '@/components/limits/would-miss'
import type { PlanComparison } from '@/lib/contract/plan-overrides'

type Change = PlanComparison['changes'][number]
const outcome = (endSoC: number, reachedTargetSoC: boolean): Change['before'] => ({
  ...{ endSoC, reachedTargetSoC, endTime: '2026-12-03T04:00:00.000Z', energykWh: 100, usesMargin: false },
})
const change = (kind: Change['kind'], before: Change['before'], after: Change['after']): Change => ({
  ...{ scheduleId: 's-1', evId: 'bus-1', kind, before, after },
})

test.each<[string, Change, { targetSoC?: number }, boolean]>([
  ['leaves with less than its target', change('worse', outcome(90, true), outcome(70, false)), {}, true],
  ['was short and is more so', change('worse', outcome(80, false), outcome(70, false)), {}, true],
  [
    'gets more, but not its new target',
    change('better', outcome(70, true), outcome(84, false)),
    { targetSoC: 90 },
    true,
  ],
  [
    'takes another’s target over and stays short',
    change('rescheduled', outcome(70, false), outcome(70, false)),
    { targetSoC: 90 },
    true,
  ],
  ['was short and gets more', change('better', outcome(70, false), outcome(80, false)), {}, false],
  [
    'leaves with less and has its target',
    change('worse', outcome(90, true), outcome(70, true)),
    { targetSoC: 70 },
    false,
  ],
])('a vehicle that %s', (_, changed, asked, misses) => {
  expect(wouldMiss({ changes: [changed] }, { schedules: [{ id: 's-1', ...asked }] })).toHaveLength(misses ? 1 : 0)
})
