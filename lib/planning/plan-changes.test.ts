import { expect, test } from 'vitest'
import { planChangesOf } from '@/lib/planning/plan-changes'

const AT = Date.parse('2026-11-22T20:00:00Z')
const HOUR = 3_600_000
const iso = (hours: number) => new Date(AT + hours * HOUR).toISOString()
const version = (hours: number, endSoc: number, segments: [from: number, to: number, powerkW: number][]) => ({
  ...{ plannedAt: AT + hours * HOUR, trigger: 'soc-updated', triggerDescription: null },
  plan: {
    endSoc,
    segments: segments.map(([from, to, powerkW]) => ({ from: AT + from * HOUR, to: AT + to * HOUR, powerkW })),
  },
})

test('what a replan changed is told of the time from then on, newest first', () => {
  const versions = [
    version(0, 95, [
      [0, 2, 80],
      [2, 6, 40],
    ]),
    version(2, 95, [[3, 6, 60]]),
    version(4, 70, []),
  ]
  expect(planChangesOf(versions)).toEqual([
    {
      ...{ timestamp: iso(4), trigger: 'soc-updated' },
      before: { endSoC: 95, peakkW: 60, chargesFrom: iso(4), endTime: iso(6) },
      after: { endSoC: 70, peakkW: 0 },
    },
    {
      ...{ timestamp: iso(2), trigger: 'soc-updated' },
      before: { endSoC: 95, peakkW: 40, chargesFrom: iso(2), endTime: iso(6) },
      after: { endSoC: 95, peakkW: 60, chargesFrom: iso(3), endTime: iso(6) },
    },
  ])
  expect(planChangesOf(versions.slice(0, 1))).toEqual([])
  expect(planChangesOf([])).toEqual([])
})
