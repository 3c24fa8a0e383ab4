import { describe, expect, test } from 'vitest'
import { textIn } from '@/components/messages/text'
import { planChangeWords } from '@/components/schedule/plan-change-format'
import type { PlanChange, PlanFigures } from '@/lib/contract/plan-change'

const reading = { locale: 'en-GB', zone: 'UTC', text: textIn('en') }
const idle: PlanFigures = { endSoC: 95, peakkW: 80, reachedTargetSoC: true }
const figures: PlanFigures = {
  ...idle,
  ...{ chargesFrom: '2026-11-22T20:00:00.000Z', endTime: '2026-11-23T03:58:00.000Z' },
}
const changeTo = (after: Partial<PlanFigures>): PlanChange => ({
  timestamp: '2026-11-22T19:14:00.000Z',
  before: figures,
  after: { ...figures, ...after },
})

describe('what a replan changed', () => {
  test.each<[Partial<PlanFigures>, string[]]>([
    [{ endSoC: 91 }, ['leaves with 91 % instead of 95 %']],
    [{ endTime: '2026-11-23T04:12:00.000Z' }, ['done at 04:12 instead of 03:58']],
    [{ chargesFrom: '2026-11-22T21:30:00.000Z' }, ['charges from 21:30 instead of 20:00']],
    [{ peakkW: 120 }, ['at most 120 kW instead of 80 kW']],
    [{ endSoC: 91, peakkW: 60 }, ['leaves with 91 % instead of 95 %', 'at most 60 kW instead of 80 kW']],
    [
      { endSoC: 94.8, peakkW: 80.4, endTime: '2026-11-23T03:58:20.000Z' },
      ['the same charge at the same time, by other steps'],
    ],
  ])('%j is %j', (after, words) => {
    expect(planChangeWords(changeTo(after), reading)).toEqual(words)
  })

  test('may be that it charges no more, or again', () => {
    const change = { timestamp: '2026-11-22T19:14:00.000Z' }
    expect(planChangeWords({ ...change, before: figures, after: idle }, reading)).toEqual(['charges no more'])
    expect(planChangeWords({ ...change, before: idle, after: figures }, reading)).toEqual([
      'charges again, until 03:58',
    ])
  })
})
