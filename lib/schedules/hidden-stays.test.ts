import { expect, test, vi } from 'vitest'
import { refuseHiddenChanges } from '@/lib/schedules/hidden-stays'
import type { Rule, RuleVersion } from '@/lib/schedules/schedule-state'
import { DAY_MS, HOUR_MS } from '@/lib/time/interval'
import type { recurrenceOf } from '@/lib/time/recurrence'

let asked = 0
vi.mock(import('@/lib/time/recurrence'), async (original) => {
  const actual = await original()
  return {
    ...actual,
    recurrenceOf: (...rule: Parameters<typeof recurrenceOf>) => {
      const recurrence = actual.recurrenceOf(...rule)
      return new Proxy(recurrence, {
        get(target, name) {
          if (name === 'on') asked += 1
          const value = Reflect.get(target, name, target)
          return typeof value === 'function' ? value.bind(target) : value
        },
      })
    },
  }
})

const NOW = Date.UTC(2026, 10, 22, 12)
const TODAY = NOW / DAY_MS - 0.5
const VERSIONS = 300
const CHANGES = 300

/** A daily rule that was changed every hour of the last days, with a change of each of the days to come. */
function ruleAt(locationUid: string): Rule {
  const begin = NOW - VERSIONS * HOUR_MS
  const versions = Array.from({ length: VERSIONS }, (_, index): RuleVersion => {
    const isLast = index === VERSIONS - 1
    return {
      ...{ key: index, validFrom: begin + index * HOUR_MS, validTo: isLast ? null : begin + (index + 1) * HOUR_MS },
      ...{ locationUid: 'north', arrival: begin, departure: begin + 8 * HOUR_MS, timeZone: 'UTC' },
      ...{ recurrenceRule: 'FREQ=DAILY', plan: null, planMeta: null },
      ...{ startSoc: null, targetSoc: 90, minimumSoc: null, priority: 0, externalId: null, blockId: null },
    } as RuleVersion
  })
  const exceptions = new Map(
    Array.from({ length: CHANGES }, (_, index) => [TODAY + 2 + index, { skipped: false, changes: { locationUid } }]),
  )
  return { key: 1, id: 'rule', postedAt: begin, endedAt: null, versions, exceptions }
}

const stateOf = (rule: Rule) => ({ stays: new Map(), rules: new Map([[rule.id, rule]]) })
const canSee = (locationUid: string) => locationUid === 'north'

test('what is hidden is found with a question or two for each change, however often the rule was changed', () => {
  const state = stateOf(ruleAt('south'))
  asked = 0
  expect(() => refuseHiddenChanges(state, state, NOW, canSee)).not.toThrow()
  expect(asked).toBeLessThanOrEqual(2 * 4 * (CHANGES + VERSIONS))
})

test('a change that is hidden is refused where it would go', () => {
  expect(() => refuseHiddenChanges(stateOf(ruleAt('south')), stateOf(ruleAt('north')), NOW, canSee)).toThrow(
    'outside of the locations',
  )
})
