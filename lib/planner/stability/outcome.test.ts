import { expect, it } from 'vitest'
import { staysOf } from '@/lib/planner/model/stay'
import { parseProblem } from '@/lib/planner/parse-problem'
import { isHardlyWorse, type Outcome } from '@/lib/planner/stability/outcome'

const midnight = 1733011200000

function staysFor(count: number) {
  const parsed = parseProblem({
    ...{ format: 'depot-problem/1', now: midnight, strategy: 'balanced', site: { powerLimitkW: null } },
    schedules: Array.from({ length: count }, (_, k) => ({
      ...{ id: `bus-${k}`, from: midnight, to: midnight + 36_000_000, startSoc: 40, targetSoc: 90 },
      ev: { batterySizekWh: 300, maxPowerkW: 100 },
    })),
  })
  if ('faults' in parsed) throw new Error(JSON.stringify(parsed.faults))
  return staysOf(parsed.problem)
}

const missing = (kwh: number, count: number): Outcome => ({
  ...{ gotKwh: Array(count).fill(150 - kwh / count), missingKwh: [0, kwh], aims: [2000] },
  ...{ isEarliest: false, isUnderPeakSoFar: false },
})

it('takes what the plans of a large depot lose because they were stored for rounding', () => {
  const stays = staysFor(200)
  expect(isHardlyWorse(stays, missing(1.2e-6, 200), missing(0, 200))).toBe(true)
})

it('takes what one vehicle is missing for worse', () => {
  const stays = staysFor(200)
  expect(isHardlyWorse(stays, missing(1e-3, 200), missing(0, 200))).toBe(false)
})
