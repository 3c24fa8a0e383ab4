import { parseInstant } from '@/lib/contract/primitives'
import { Limits, type PostedSchedule } from '@/lib/contract/schedule'
import { fractionalSocs } from '@/lib/contract/soc-fractions'
import { toTimestamp } from '@/lib/contract/timestamp'
import type { Fault } from '@/lib/errors'
import { RULE_HORIZON_MS } from '@/lib/schedules/overlap'
import type { PostedPlan } from '@/lib/schedules/posted-plan'
import { recurrenceOfTerms } from '@/lib/schedules/rule-occurrences'
import type { RuleTerms } from '@/lib/schedules/schedule-state'
import type { InPieces } from '@/lib/slices'
import { saidDetails } from '@/lib/stays/stay-details'
import type { Day } from '@/lib/time/calendar-day'
import { DAY_MS } from '@/lib/time/interval'
import { checkRecurrence, ownOverlap } from '@/lib/time/recurrence'

/** A location as far as scheduling needs it. */
export type ScheduleLocation = { uid: string; timeZone: string; targetSoc: number }

/** What entries are read against: the locations that the caller may see, and the vehicle's only one, if it has one. */
export type EntryScope = {
  locations: ReadonlyMap<string, ScheduleLocation>
  onlyLocationUid: string | null
  now: number
}

/** What is left of a posted entry when everything that may be left out is filled in. */
export type Entry = {
  index: number
  terms: RuleTerms | (Omit<RuleTerms, 'recurrenceRule'> & { recurrenceRule: null })
  plan: PostedPlan
}
export type EntryTerms = Entry['terms']

/** A fault and what it means: wrong by itself (`malformed`, 400), or impossible together or here (422). */
export type EntryFault = Fault & { kind: 'malformed' | 'impossible' }

/** Fills in what posted entries leave out. Returns every fault; an entry with one is not among `entries`. */
export function* resolveEntries(
  posted: readonly PostedSchedule[],
  scope: EntryScope,
): InPieces<{ entries: Entry[]; faults: EntryFault[] }> {
  const entries: Entry[] = []
  const recurring = posted.filter(({ recurrenceRule }) => recurrenceRule != null).length
  if (recurring > Limits.rules) return { entries, faults: [tooManyRules(recurring)] }
  const faults: EntryFault[] = []
  for (const [index, schedule] of posted.entries()) {
    const path = `schedules[${index}]`
    const before = faults.length
    const location = locationOf(schedule, scope, path, faults)
    const plan = postedPlanOf(schedule, path, faults)
    const terms = location && termsOf(schedule, location, plan)
    faults.push(...timesFaults(schedule, path), ...socFaults(schedule, path))
    if (terms && faults.length === before) faults.push(...ruleFaults(terms, path, scope.now))
    if (terms && faults.length === before) entries.push({ index, terms, plan })
    yield
  }
  return { entries, faults }
}

/** Each rule is compared with all others, far ahead: so many are more than any timetable has. */
export function tooManyRules(count: number): EntryFault {
  const message = `would give the vehicle ${count} recurring schedules, and at most ${Limits.rules} are possible: post a rule for several days of the week (BYDAY=MO,TU,…), or dated schedules`
  return { kind: 'impossible', path: 'schedules', message }
}

function locationOf(
  { locationUid }: PostedSchedule,
  { locations, onlyLocationUid }: EntryScope,
  path: string,
  faults: EntryFault[],
): ScheduleLocation | undefined {
  const uid = locationUid ?? onlyLocationUid
  const location = uid === null ? undefined : locations.get(uid)
  const message =
    uid === null ? 'is needed, because the vehicle does not belong to exactly one location' : unknownLocation(uid)
  if (!location) faults.push({ kind: 'impossible', path: `${path}.locationUid`, message })
  return location
}

export function unknownLocation(uid: string): string {
  return `there is no location "${uid}"`
}

function termsOf(schedule: PostedSchedule, location: ScheduleLocation, { plan, planMeta }: PostedPlan): EntryTerms {
  return {
    locationUid: location.uid,
    timeZone: location.timeZone,
    arrival: schedule.plannedArrivalTime,
    departure: schedule.plannedDepartureTime,
    recurrenceRule: schedule.recurringScheduleId == null ? (schedule.recurrenceRule ?? null) : null,
    ...saidDetails(schedule, location),
    plan: plan ?? null,
    planMeta: planMeta ?? null,
  }
}

/** The sender's word on a plan; the time of a plan is brought to the form in which it is given back. */
export function postedPlanOf({ plan, planMeta }: PostedPlan, path: string, faults: EntryFault[]): PostedPlan {
  if (planMeta?.timestamp === undefined) return { plan, planMeta: planMeta ?? undefined }
  const timestamp = parseInstant(planMeta.timestamp)
  const message = 'must be an ISO 8601 time with Z or an offset, like 2026-11-22T17:30:00Z'
  if (timestamp === null) faults.push({ kind: 'malformed', path: `${path}.planMeta.timestamp`, message })
  return { plan, planMeta: { ...planMeta, timestamp: timestamp === null ? undefined : toTimestamp(timestamp) } }
}

/** A target or a minimum that looks like a fraction of one is no percentage that anybody means. */
export function socFaults(said: { targetSoC?: number | null; minimumSoC?: number | null }, path: string): EntryFault[] {
  return fractionalSocs(said).map(({ path: name, message }) => ({
    kind: 'impossible',
    path: `${path}.${name}`,
    message,
  }))
}

type Times = { plannedArrivalTime: number; plannedDepartureTime: number }

/** A stay ends after it begins, and lasts at most a month. */
export function timesFaults({ plannedArrivalTime, plannedDepartureTime }: Times, path: string): EntryFault[] {
  const lastsMs = plannedDepartureTime - plannedArrivalTime
  const fault = (message: string): EntryFault[] => [
    { kind: 'impossible', path: `${path}.plannedDepartureTime`, message },
  ]
  if (lastsMs <= 0) return fault('must be later than plannedArrivalTime')
  return lastsMs > Limits.stayDays * DAY_MS
    ? fault(`must be at most ${Limits.stayDays} days after plannedArrivalTime`)
    : []
}

/**
 * What is wrong with an entry that recurs: its rule, its first arrival, or its own stays among themselves. Only time after
 * now can overlap.
 * @param begun the dates whose occurrence has begun under what was said before: these stay as they were
 */
export function ruleFaults(
  terms: EntryTerms,
  path: string,
  now: number,
  begun: ReadonlySet<Day> = new Set(),
): EntryFault[] {
  if (terms.recurrenceRule === null) return []
  const rule = { ...terms, recurrenceRule: terms.recurrenceRule }
  const faults = checkRecurrence({ ...rule, rule: rule.recurrenceRule })
  const at = `${path}.recurrenceRule`
  if (faults.length > 0) return faults.map((fault) => ({ ...fault, path: at }))
  const from = Math.max(now, rule.arrival)
  const pair = ownOverlap(recurrenceOfTerms(rule), { from, to: from + RULE_HORIZON_MS }, begun)
  if (!pair) return []
  const message = `makes stays that overlap: the one that arrives ${toTimestamp(pair[1].arrival)} begins before the one before it departs (${toTimestamp(pair[0].departure)})`
  return [{ kind: 'impossible', path: at, message }]
}
