import { expect, test } from 'vitest'
import { onceDraft, type RuleDraft } from '@/components/fleet/rule-draft'
import {
  exceptionSteps,
  exceptionsOf,
  NO_EXCEPTIONS,
  ruleRequest,
  singleDateSteps,
} from '@/components/fleet/rule-request'
import { newScheduleDraft, scheduleDraftOf } from '@/components/fleet/schedule-draft'
import type { EvSchedule } from '@/lib/contract/schedule'

const zone = 'Europe/Helsinki'
const now = Date.parse('2026-12-02T12:00+02:00')
const weekly: RuleDraft = { ...onceDraft(), kind: 'weekly' }
const times = (date: string) => ({
  from: Date.parse(`${date}T18:00+02:00`),
  to: Date.parse(`${date}T23:00+02:00`),
  rule: 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR',
})
const rule = {
  id: 'rule-1',
  evId: 'bus-1',
  locationUid: 'north',
  plannedArrivalTime: '2026-11-30T16:00:00.000Z',
  plannedDepartureTime: '2026-11-30T21:00:00.000Z',
  targetSoC: 90,
  priority: 0,
  externalId: 'line-7',
  recurrenceRule: times('2026-11-30').rule,
} as EvSchedule
const shown = scheduleDraftOf(
  { ...rule, plannedArrivalTime: '2026-12-02T16:00:00.000Z', plannedDepartureTime: '2026-12-02T21:00:00.000Z' },
  { zone, locale: 'en-GB' },
)
const changed = { rule, before: shown, recurs: weekly }

test('a new rule is posted with its first times and its rule', () => {
  const draft = { ...newScheduleDraft('north', zone, now), targetSoC: '85' }
  const request = ruleRequest({ changed: null, draft, recurs: weekly, times: times('2026-12-03'), zone, now })
  expect(request).toEqual({
    kind: 'post',
    ends: null,
    schedules: [
      {
        locationUid: 'north',
        plannedArrivalTime: '2026-12-03T16:00:00.000Z',
        plannedDepartureTime: '2026-12-03T21:00:00.000Z',
        targetSoC: 85,
        recurrenceRule: times('2026-12-03').rule,
      },
    ],
  })
})

test('of a rule whose times are not edited only what was edited is sent', () => {
  const draft = { ...shown, targetSoC: '80' }
  expect(ruleRequest({ changed, draft, recurs: weekly, times: times('2026-12-02'), zone, now })).toEqual({
    kind: 'patch',
    schedules: [{ id: 'rule-1', targetSoC: 80 }],
  })
})

test('a change from the next stay on changes the rule itself', () => {
  const draft = { ...shown, departure: '2026-12-02T22:00' }
  const said = { ...times('2026-12-02'), to: Date.parse('2026-12-02T22:00+02:00') }
  expect(ruleRequest({ changed, draft, recurs: weekly, times: said, zone, now })).toMatchObject({
    kind: 'patch',
    schedules: [{ id: 'rule-1', plannedDepartureTime: '2026-12-02T20:00:00.000Z', recurrenceRule: said.rule }],
  })
})

test('a change from a later date on ends the rule the day before and makes another, with what the form does not show', () => {
  const draft = { ...shown, arrival: '2026-12-07T18:00', departure: '2026-12-07T23:00' }
  expect(ruleRequest({ changed, draft, recurs: weekly, times: times('2026-12-07'), zone, now })).toEqual({
    kind: 'post',
    ends: 'rule-1',
    schedules: [
      {
        locationUid: 'north',
        plannedArrivalTime: rule.plannedArrivalTime,
        plannedDepartureTime: rule.plannedDepartureTime,
        targetSoC: 90,
        priority: 0,
        externalId: 'line-7',
        recurrenceRule: 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;UNTIL=20261206',
      },
      {
        locationUid: 'north',
        plannedArrivalTime: '2026-12-07T16:00:00.000Z',
        plannedDepartureTime: '2026-12-07T21:00:00.000Z',
        targetSoC: 90,
        externalId: 'line-7',
        recurrenceRule: times('2026-12-07').rule,
      },
    ],
  })
})

test.each([
  ['the next stay’s', '2026-12-02', '2026-12-03', { kind: 'patch', schedules: [{ id: 'rule-1' }] }],
  [
    'a later stay’s',
    '2026-12-04',
    '2026-12-07',
    { kind: 'post', ends: 'rule-1', schedules: [{ recurrenceRule: `${times('').rule};UNTIL=20261203` }, {}] },
  ],
  [
    'one among five that it no longer has',
    '2026-12-03',
    '2026-12-09',
    { kind: 'post', ends: 'rule-1', schedules: [{ recurrenceRule: `${times('').rule};UNTIL=20261202` }, {}] },
  ],
])('a rule splits at the typed day where that is taken out of it: %s', (_, typed, first, asked) => {
  const draft = { ...shown, arrival: `${typed}T18:00`, departure: `${typed}T23:00` }
  const recurs = { ...weekly, weekdays: [0] }
  const request = ruleRequest({ changed, draft, recurs, times: times(first), zone, now })
  expect(request).toMatchObject(asked)
  expect(request.schedules.at(-1)?.plannedArrivalTime).toBe(`${first}T16:00:00.000Z`)
})

const occurrence = (day: string, arrival: string, departure: string) =>
  ({ ...rule, id: `rule-1:${day}`, plannedArrivalTime: arrival, plannedDepartureTime: departure }) as EvSchedule

test('dates without a stay are skipped, those with other times changed', () => {
  const stays = [
    occurrence('20261202', '2026-12-02T16:00:00.000Z', '2026-12-02T21:00:00.000Z'),
    occurrence('20261203', '2026-12-03T17:00:00.000Z', '2026-12-03T21:00:00.000Z'),
  ]
  const found = exceptionsOf(rule, stays, { zone, from: now, to: Date.parse('2026-12-05T00:00Z') })
  expect([...found.skips]).toEqual(['20261204'])
  expect([...found.changes.keys()]).toEqual(['20261203'])
})

const before = times('2026-11-30')
const changedTo = (said: ReturnType<typeof times>) => ({ before, times: said, after: now, zone })

test('what is left to do for single dates: skip, take a skip back, move back', () => {
  const friday = { from: times('2026-12-04').from, to: times('2026-12-04').to }
  const stored = { skips: new Set(['20261204']), changes: new Map([['20261203', { from: 1, to: 2 }]]) }
  const chosen = { skips: new Set(['20261207']), changes: new Map() }
  const said = changedTo(times('2026-12-02'))
  expect(exceptionSteps(stored, chosen, said)).toEqual([
    { kind: 'move', day: '20261203', times: { from: times('2026-12-03').from, to: times('2026-12-03').to } },
    { kind: 'restore', day: '20261204', times: friday },
    { kind: 'skip', day: '20261207' },
  ])
  const made = { ...said, before: null }
  expect(exceptionSteps(NO_EXCEPTIONS, stored, made).map(({ kind }) => kind)).toEqual(['move', 'skip'])
  expect(exceptionSteps(stored, stored, said)).toEqual([])
})

test('a date that was changed stays as it is shown when its rule moves', () => {
  const thursday = { from: times('2026-12-03').from + 3_600_000, to: times('2026-12-03').to }
  const stored = { skips: new Set<string>(), changes: new Map([['20261203', thursday]]) }
  const earlier = { ...times('2026-12-02'), from: times('2026-12-02').from - 1_800_000 }
  expect(exceptionSteps(stored, stored, changedTo(earlier))).toEqual([
    { kind: 'move', day: '20261203', times: thursday },
  ])
})

test('where a rule goes on as another, what is chosen before that is done in the one that ends', () => {
  const stored = { skips: new Set(['20261204', '20261211']), changes: new Map() }
  const chosen = { skips: new Set(['20261211']), changes: new Map() }
  const said = times('2026-12-07')
  const draft = { ...shown, arrival: '2026-12-07T18:00', departure: '2026-12-07T23:00' }
  const request = ruleRequest({ changed, draft, recurs: weekly, times: said, zone, now })
  const friday = { from: times('2026-12-04').from, to: times('2026-12-04').to }
  expect(singleDateSteps({ rule, request, times: said, stored, chosen, opened: now, zone })).toEqual([
    { ruleId: 'rule-1', steps: [{ kind: 'restore', day: '20261204', times: friday }] },
    { ruleId: null, steps: [{ kind: 'skip', day: '20261211' }] },
  ])
})

test('a rule of times with seconds keeps them where only single dates are chosen', () => {
  const exact = {
    ...rule,
    plannedArrivalTime: '2026-11-30T16:00:30.000Z',
    plannedDepartureTime: '2026-11-30T21:00:15.000Z',
  }
  const thursday = { from: Date.parse('2026-12-03T17:00:30Z'), to: Date.parse('2026-12-03T21:00:15Z') }
  const said = times('2026-12-02')
  const request = ruleRequest({
    changed: { ...changed, rule: exact },
    draft: shown,
    recurs: weekly,
    times: said,
    zone,
    now,
  })
  const stored = { skips: new Set(['20261204']), changes: new Map([['20261203', thursday]]) }
  const chosen = { skips: new Set<string>(), changes: stored.changes }
  const friday = { from: Date.parse('2026-12-04T16:00:30Z'), to: Date.parse('2026-12-04T21:00:15Z') }
  expect(singleDateSteps({ rule: exact, request, times: said, stored, chosen, opened: now, zone })).toEqual([
    { ruleId: null, steps: [{ kind: 'restore', day: '20261204', times: friday }] },
  ])
})
