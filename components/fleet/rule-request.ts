import { type RuleTimes, ruleDates } from '@/components/fleet/rule-dates'
import { endedBefore, type RuleDraft } from '@/components/fleet/rule-draft'
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
  const first = dayOfWall(timeZone(zone).toWall(times.from))
  if (!comesBefore(rule, zone, now, first))
    return { kind: 'patch', schedules: [{ ...details, ...at, recurrenceRule: times.rule }] }
  return { kind: 'post', schedules: [endedRule(rule, first), { ...keptOf(rule), ...made }], ends: rule.id }
}

function isMoved({ before, recurs }: NonNullable<RuleEdit['changed']>, draft: ScheduleDraft, now: RuleDraft): boolean {
  const times = ['arrival', 'departure', 'locationUid'] as const
  return times.some((name) => before[name] !== draft[name]) || JSON.stringify(recurs) !== JSON.stringify(now)
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

/** One call that makes a single date as it was chosen. */
export type ExceptionStep =
  | { kind: 'skip'; day: string }
  | { kind: 'move'; day: string; times: Interval }
  /** A skipped occurrence does not come back by itself: a dated stay takes its place. */
  | { kind: 'add'; day: string; times: Interval }

/** What is left to do for single dates once the rule says `times`. */
export function exceptionSteps(
  stored: Exceptions,
  chosen: Exceptions,
  times: RuleTimes,
  zone: string,
): ExceptionStep[] {
  const steps: ExceptionStep[] = []
  const last = [stored, chosen]
    .flatMap(({ skips, changes }) => [...skips, ...changes.keys()])
    .sort()
    .at(-1)
  if (last === undefined) return steps
  for (const { day, arrival, departure } of ruleDates(times, zone, times.from - 1, 400)) {
    if (day > last) break
    const said = { from: arrival, to: departure }
    const [was, will] = [stored.changes.get(day), chosen.changes.get(day)]
    if (chosen.skips.has(day)) {
      if (!stored.skips.has(day)) steps.push({ kind: 'skip', day })
    } else if (stored.skips.has(day)) steps.push({ kind: 'add', day, times: said })
    else if (will ? !was || was.from !== will.from || was.to !== will.to : was)
      steps.push({ kind: 'move', day, times: will ?? said })
  }
  return steps
}
