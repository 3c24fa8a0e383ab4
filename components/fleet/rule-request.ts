import { type RuleDate, type RuleTimes, ruleDates } from '@/components/fleet/rule-dates'
import { dayOfClock, endedBefore, type RuleDraft } from '@/components/fleet/rule-draft'
import { postedOf, type ScheduleDraft, schedulePatchOf } from '@/components/fleet/schedule-draft'
import type { EvSchedule } from '@/lib/contract/schedule'
import { toTimestamp } from '@/lib/contract/timestamp'
import { type Day, dayOfWall, formatDay } from '@/lib/time/calendar-day'
import type { Interval } from '@/lib/time/interval'
import { timeZone } from '@/lib/time/time-zone'

/** A rule that is made, or changed from a date on. */
export type RuleEdit = {
  /** The rule as the form opened it, with the drafts that showed it; null makes one. */
  changed: { rule: EvSchedule; before: ScheduleDraft; recurs: RuleDraft } | null
  draft: ScheduleDraft
  recurs: RuleDraft
  /** What the drafts say. */
  times: RuleTimes
  zone: string
  now: number
}
type Posted = ReturnType<typeof postedOf> & { recurrenceRule?: string }
export type RuleRequest =
  /** One rule is made; `ends`: and this one ends before it, in the same transaction. */
  | { kind: 'post'; schedules: Posted[]; ends: string | null }
  | { kind: 'patch'; schedules: (ReturnType<typeof schedulePatchOf> & { id: string; recurrenceRule?: string })[] }

/**
 * What the API is asked for. A change from the next stay on is a change of the rule; one from a later date on ends the
 * rule before that date and makes another from there. Of a rule whose times are not edited only what was edited is sent.
 */
export function ruleRequest({ changed, draft, recurs, times, zone, now }: RuleEdit): RuleRequest {
  const at = { plannedArrivalTime: toTimestamp(times.from), plannedDepartureTime: toTimestamp(times.to) }
  const made = { ...postedOf(draft, zone), ...at, recurrenceRule: times.rule }
  if (!changed) return { kind: 'post', schedules: [made], ends: null }
  const { rule, before } = changed
  const details = { ...schedulePatchOf(before, draft, zone), id: rule.id }
  if (!isMoved(changed, draft, recurs)) return { kind: 'patch', schedules: [details] }
  const first = splitDay(draft, times, zone)
  if (!comesBefore(rule, zone, now, first))
    return { kind: 'patch', schedules: [{ ...details, ...at, recurrenceRule: times.rule }] }
  return { kind: 'post', schedules: [endedRule(rule, first), { ...keptOf(rule), ...made }], ends: rule.id }
}

function isMoved({ before, recurs }: NonNullable<RuleEdit['changed']>, draft: ScheduleDraft, now: RuleDraft): boolean {
  const times = ['arrival', 'departure', 'locationUid'] as const
  return times.some((name) => before[name] !== draft[name]) || JSON.stringify(recurs) !== JSON.stringify(now)
}

/**
 * The local day from which a rule is another: the arrival that was typed, not the first date of the new rule. A day in
 * between that is taken out of the rule has no stay any more.
 */
export function splitDay({ arrival }: ScheduleDraft, times: RuleTimes, zone: string): Day {
  return dayOfClock(arrival) ?? dayOfWall(timeZone(zone).toWall(times.from))
}

/** Whether a stay of the rule is still to come before the local day `first`. */
function comesBefore(rule: EvSchedule, zone: string, now: number, first: Day): boolean {
  const [next] = ruleDates(timesOfRule(rule), zone, now, 1)
  return next !== undefined && next.day < formatDay(first)
}

/** The times and the rule that a stored rule says. */
export function timesOfRule({ plannedArrivalTime, plannedDepartureTime, recurrenceRule }: EvSchedule): RuleTimes {
  return { from: Date.parse(plannedArrivalTime), to: Date.parse(plannedDepartureTime), rule: recurrenceRule ?? '' }
}

/** The rule as it is, but for its end: POST sets what is left out to its default. */
function endedRule(rule: EvSchedule, first: Day): Posted {
  const { plannedArrivalTime, plannedDepartureTime, locationUid, startSoC, targetSoC, minimumSoC, priority, blockId } =
    rule
  const details = { startSoC, targetSoC, minimumSoC, priority, blockId, ...keptOf(rule) }
  const recurrenceRule = endedBefore(rule.recurrenceRule ?? '', first)
  return { ...details, locationUid, plannedArrivalTime, plannedDepartureTime, recurrenceRule }
}

/** What the form does not show goes on. */
function keptOf({ externalId }: EvSchedule): { externalId?: string } {
  return externalId === undefined ? {} : { externalId }
}

/** Single dates that are otherwise than their rule, by their day (`20261204`). */
export type Exceptions = { skips: ReadonlySet<string>; changes: ReadonlyMap<string, Interval> }
export const NO_EXCEPTIONS: Exceptions = { skips: new Set(), changes: new Map() }

/** The coming dates of a rule that are skipped or changed, as its stays of `range` show. */
export function exceptionsOf(
  rule: EvSchedule,
  stays: readonly EvSchedule[],
  { zone, from, to }: Interval & { zone: string },
): Exceptions {
  const skips = new Set<string>()
  const changes = new Map<string, Interval>()
  for (const { day, arrival, departure } of ruleDates(timesOfRule(rule), zone, from, 100)) {
    if (arrival >= to) break
    const stay = stays.find(({ id }) => id === `${rule.id}:${day}`)
    const times = stay && { from: Date.parse(stay.plannedArrivalTime), to: Date.parse(stay.plannedDepartureTime) }
    if (!times) skips.add(day)
    else if (times.from !== arrival || times.to !== departure) changes.set(day, times)
  }
  return { skips, changes }
}

/** One call that makes a single date as it was chosen: `restore` takes a skip back. */
export type ExceptionStep =
  | { kind: 'skip'; day: string }
  | { kind: 'move'; day: string; times: Interval }
  | { kind: 'restore'; day: string; times: Interval }

type SingleDates = {
  rule: EvSchedule | null
  request: RuleRequest
  times: RuleTimes
  stored: Exceptions
  chosen: Exceptions
  opened: number
  zone: string
}

/**
 * What is left to do for single dates once a request is stored, by the rule that they belong to: null is the one that is
 * made or changed. Where one rule ends and another goes on, the dates before that are still the ended one's.
 */
export function singleDateSteps({ rule, request, times, stored, chosen, opened, zone }: SingleDates) {
  const before = rule && timesOfRule(rule)
  // A form has no seconds: of a rule that is not moved the times are what is stored.
  const isKept =
    request.kind === 'patch' && request.schedules.every(({ recurrenceRule }) => recurrenceRule === undefined)
  const coming = { times: isKept && before ? before : times, after: times.from - 1, zone }
  if (request.kind === 'patch' || !before)
    return [{ ruleId: null, steps: exceptionSteps(stored, chosen, { ...coming, before }) }]
  const ended = { ...before, rule: request.schedules[0]?.recurrenceRule ?? '' }
  return [
    { ruleId: rule.id, steps: exceptionSteps(stored, chosen, { before, times: ended, after: opened, zone }) },
    { ruleId: null, steps: exceptionSteps(NO_EXCEPTIONS, chosen, { ...coming, before: null }) },
  ]
}

/** A rule as it was stored, null for one that is made, and as it is then. */
type Kept = { before: RuleTimes | null; times: RuleTimes; after: number; zone: string }

/** What is left to do for the single dates of a rule that arrive after `after`, once it says `times`. */
export function exceptionSteps(
  stored: Exceptions,
  chosen: Exceptions,
  { before, times, after, zone }: Kept,
): ExceptionStep[] {
  const steps: ExceptionStep[] = []
  const last = [stored, chosen]
    .flatMap(({ skips, changes }) => [...skips, ...changes.keys()])
    .sort()
    .at(-1)
  if (last === undefined) return steps
  const said = new Map(before ? ruleDates(before, zone, after, 400).map((date) => [date.day, date]) : [])
  for (const date of ruleDates(times, zone, after, 400)) {
    const { day } = date
    if (day > last) break
    const rule = { from: date.arrival, to: date.departure }
    const will = chosen.changes.get(day) ?? rule
    const now = keptChange(stored.changes.get(day), said.get(day), rule) ?? rule
    if (chosen.skips.has(day)) {
      if (!stored.skips.has(day)) steps.push({ kind: 'skip', day })
    } else if (stored.skips.has(day)) steps.push({ kind: 'restore', day, times: will })
    else if (now.from !== will.from || now.to !== will.to) steps.push({ kind: 'move', day, times: will })
  }
  return steps
}

/** What is left of a single date's times when its rule is changed: what the rule moves is as the rule says. */
function keptChange(changed: Interval | undefined, said: RuleDate | undefined, rule: Interval): Interval | undefined {
  if (!changed || !said) return changed
  return {
    from: said.arrival === rule.from ? changed.from : rule.from,
    to: said.departure === rule.to ? changed.to : rule.to,
  }
}
