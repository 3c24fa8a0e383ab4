import { describe, expect, test } from 'vitest'
import type { PostedSchedule } from '@/lib/contract/schedule'
import { Refusal } from '@/lib/errors'
import { placements } from '@/lib/schedules/overlap'
import { type Reconciled, reconcile } from '@/lib/schedules/reconcile'
import { occurrencesIn } from '@/lib/schedules/rule-occurrences'
import type { Rule, ScheduleState } from '@/lib/schedules/schedule-state'
import { scheduleListText } from '@/lib/schedules/schedule-texts'
import { atOnce } from '@/lib/slices'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '@/lib/time/interval'

const NOW = Date.UTC(2026, 10, 28, 12)
const empty: ScheduleState = { stays: new Map(), rules: new Map() }

/** The n-th of many rules that are apart: a quarter of an hour a day each. */
function rule(n: number, recurrenceRule = 'FREQ=DAILY'): PostedSchedule {
  const plannedArrivalTime = NOW + n * 20 * MINUTE_MS
  return { plannedArrivalTime, plannedDepartureTime: plannedArrivalTime + 15 * MINUTE_MS, recurrenceRule }
}
const rules = (from: number, to: number) => Array.from({ length: to - from }, (_, n) => rule(from + n))

let made = 0
function post(current: ScheduleState, schedules: PostedSchedule[], replaceFutureSchedules = false): Reconciled {
  const north = { uid: 'north', timeZone: 'UTC', targetSoc: 100 }
  const newId = () => `schedule-${made++}`
  const scope = { now: NOW, locations: new Map([['north', north]]), onlyLocationUid: 'north', canSee: () => true }
  return atOnce(reconcile(current, { ...scope, schedules, replaceFutureSchedules, newId }))
}

function refusalOf(work: () => unknown): Refusal {
  try {
    work()
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
  throw new Error('This was to be refused.')
}

describe('a vehicle has at most 50 rules', () => {
  test('50 are taken, 51 are refused with a sentence', () => {
    expect(post(empty, rules(0, 50)).ids).toHaveLength(50)
    const refusal = refusalOf(() => post(empty, rules(0, 51)))
    expect(refusal.code).toBe('impossible')
    expect(refusal.message).toMatch(/51 recurring schedules, and at most 50 are possible/)
  })

  test('stored ones that stay count, replaced ones do not', () => {
    const { next } = post(empty, rules(0, 40))
    expect(refusalOf(() => post(next, rules(40, 51))).code).toBe('impossible')
    expect(post(next, rules(40, 50)).next.rules.size).toBe(50)
    expect(post(next, rules(20, 70), true).next.rules.size).toBe(50)
  })

  test('the same 50 sent again match, and a dated schedule may still be added', () => {
    const { next } = post(empty, rules(0, 50))
    expect(post(next, rules(0, 50)).next.rules).toEqual(next.rules)
    const dated = { plannedArrivalTime: NOW + 20 * HOUR_MS, plannedDepartureTime: NOW + 21 * HOUR_MS }
    expect(post(next, [dated]).ids).toHaveLength(1)
  })

  test('rules that have run out do not count', () => {
    const { next } = post(
      empty,
      [...Array(50).keys()].map((n) => rule(n, 'FREQ=DAILY;COUNT=1')),
    )
    const later = NOW + 3 * DAY_MS
    const shifted = rules(0, 50).map((entry) => ({
      ...entry,
      plannedArrivalTime: entry.plannedArrivalTime + 3 * DAY_MS,
      plannedDepartureTime: entry.plannedDepartureTime + 3 * DAY_MS,
    }))
    const decide = atOnce(
      reconcile(next, {
        now: later,
        schedules: shifted,
        replaceFutureSchedules: false,
        locations: new Map([['north', { uid: 'north', timeZone: 'UTC', targetSoc: 100 }]]),
        onlyLocationUid: 'north',
        canSee: () => true,
        newId: () => `schedule-${made++}`,
      }),
    )
    expect(decide.ids).toHaveLength(50)
  })
})

test('beside 50 daily rules, an entry is compared only with what is there at its time', () => {
  const { next } = post(empty, rules(0, 50))
  const dated = { plannedArrivalTime: NOW + 20 * HOUR_MS, plannedDepartureTime: NOW + 21 * HOUR_MS }
  const added = post(next, [dated])
  const entryOf = new Map([[added.ids[0] ?? '', 0]])
  expect(atOnce(placements(added.next, entryOf, NOW))).toHaveLength(1)
  const wide = post(empty, rules(0, 50))
  expect(atOnce(placements(wide.next, new Map(wide.ids.map((id, n) => [id, n])), NOW)).length).toBeGreaterThan(50 * 399)
})

test('an occurrence that is changed alone is compared with its own rule, and with what else is there', () => {
  const { next, ids } = post(empty, rules(0, 2))
  const [id = ''] = ids
  const occurrence = `${id}:20261130`
  const found = atOnce(placements(next, new Map([[occurrence, 0]]), NOW))
  expect(found.map(({ owner, entry, alone }) => ({ owner, entry, alone }))).toEqual([
    { owner: id, entry: 0, alone: true },
  ])
})

test('a decision about 50 rules is made in pieces, none longer than one rule or some hundred comparisons', () => {
  const north = { uid: 'north', timeZone: 'UTC', targetSoc: 100 }
  const scope = { now: NOW, locations: new Map([['north', north]]), onlyLocationUid: 'north', canSee: () => true }
  const newId = () => `schedule-${made++}`
  const decision = reconcile(empty, { ...scope, schedules: rules(0, 50), replaceFutureSchedules: false, newId })
  let pieces = 0
  while (!decision.next().done) pieces++
  const [checked, expanded, compared] = [50, 50, (50 * 399) / 500]
  expect(pieces).toBeGreaterThanOrEqual(checked + expanded + compared)
})

test('a list of many rules is written in pieces, a rule each', () => {
  const owned = [...post(empty, rules(0, 50)).next.rules.values()].map((rule) => ({ evId: 'bus-1', rule }))
  const range = { from: NOW, to: NOW + 14 * DAY_MS }
  const occurrencesOf = (rule: Rule) => occurrencesIn(rule, range)
  const list = scheduleListText([], owned, { occurrencesOf, shows: () => true, withPlans: false })
  let pieces = 0
  let step = list.next()
  for (; !step.done; step = list.next()) pieces++
  const { schedules, recurringSchedules } = JSON.parse(step.value)
  expect(pieces).toBe(50)
  expect([schedules.length, recurringSchedules.length]).toEqual([50 * 14, 50])
})
