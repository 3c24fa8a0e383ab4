import { closedStay } from '@/lib/schedules/close-stay'
import type { CanSee } from '@/lib/schedules/match-entries'
import { removeOccurrence } from '@/lib/schedules/occurrence-change'
import { removeRule } from '@/lib/schedules/revise-rule'
import { nextOccurrence, nextSaid, occurrencesIn } from '@/lib/schedules/rule-occurrences'
import { currentVersion, type ScheduledStay, type ScheduleState } from '@/lib/schedules/schedule-state'

/** Removes a dated stay: erased when nothing has been charged in it, else closed at `now`. */
export function removeStay(draft: ScheduleState, stay: ScheduledStay, now: number): void {
  const closed = closedStay(stay, now)
  if (closed) draft.stays.set(stay.id, closed)
  else draft.stays.delete(stay.id)
}

/**
 * Removes what departs in the future and no entry matched, as far as the caller may see it. A rule takes its ongoing
 * occurrence along, unless an entry matched that occurrence; of a rule that has ended, the ongoing occurrence goes by itself.
 * @param matched the ids of schedules and occurrences that entries matched
 * @returns the ids of what was removed, stays before rules, rules before occurrences
 */
export function removeUnmatched(
  draft: ScheduleState,
  matched: ReadonlyMap<string, number>,
  now: number,
  canSee: CanSee,
): string[] {
  const goes = ({ id }: { id: string }, locationUid: string) => !matched.has(id) && canSee(locationUid)
  const stays = [...draft.stays.values()].filter(
    (stay) => !stay.occurrence && stay.departure > now && goes(stay, stay.locationUid),
  )
  const rules = [...draft.rules.values()].filter(
    (rule) =>
      rule.endedAt === null &&
      goes(rule, currentVersion(rule).locationUid) &&
      (nextSaid(rule, now) !== null || nextOccurrence(rule, now) !== null),
  )
  const occurrences = [...draft.rules.values()]
    .filter(({ endedAt }) => endedAt !== null)
    .flatMap((rule) => occurrencesIn(rule, { from: now, to: now + 1 }))
    .filter((occurrence) => goes(occurrence, occurrence.locationUid))
  for (const stay of stays) removeStay(draft, stay, now)
  for (const rule of rules) removeRule(draft, rule, now, (occurrenceId) => matched.has(occurrenceId))
  for (const occurrence of occurrences) removeOccurrence(draft, occurrence, now)
  return [...stays, ...rules, ...occurrences].map(({ id }) => id)
}
