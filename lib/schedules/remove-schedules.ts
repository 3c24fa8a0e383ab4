import { closedStay } from '@/lib/schedules/close-stay'
import type { CanSee } from '@/lib/schedules/match-entries'
import { removeNight } from '@/lib/schedules/night-change'
import { removeRule } from '@/lib/schedules/revise-rule'
import { nextNight, nextSaid, nightsIn } from '@/lib/schedules/rule-nights'
import { currentVersion, type ScheduleState, type Stay } from '@/lib/schedules/schedule-state'

/** Removes a dated stay: erased when nothing has been charged in it, else closed at `now`. */
export function removeStay(draft: ScheduleState, stay: Stay, now: number): void {
  const closed = closedStay(stay, now)
  if (closed) draft.stays.set(stay.id, closed)
  else draft.stays.delete(stay.id)
}

/**
 * Removes what departs in the future and no entry matched, as far as the caller may see it. A rule takes its ongoing
 * night along, unless an entry matched that night; of a rule that has ended, the ongoing night goes by itself.
 * @param matched the ids of schedules and nights that entries matched
 * @returns the ids of what was removed, stays before rules, rules before nights
 */
export function removeUnmatched(
  draft: ScheduleState,
  matched: ReadonlyMap<string, number>,
  now: number,
  canSee: CanSee,
): string[] {
  const goes = ({ id }: { id: string }, locationUid: string) => !matched.has(id) && canSee(locationUid)
  const stays = [...draft.stays.values()].filter(
    (stay) => !stay.night && stay.departure > now && goes(stay, stay.locationUid),
  )
  const rules = [...draft.rules.values()].filter(
    (rule) =>
      rule.endedAt === null &&
      goes(rule, currentVersion(rule).locationUid) &&
      (nextSaid(rule, now) !== null || nextNight(rule, now) !== null),
  )
  const nights = [...draft.rules.values()]
    .filter(({ endedAt }) => endedAt !== null)
    .flatMap((rule) => nightsIn(rule, { from: now, to: now + 1 }))
    .filter((night) => goes(night, night.locationUid))
  for (const stay of stays) removeStay(draft, stay, now)
  for (const rule of rules) removeRule(draft, rule, now, (nightId) => matched.has(nightId))
  for (const night of nights) removeNight(draft, night, now)
  return [...stays, ...rules, ...nights].map(({ id }) => id)
}
