import { Refusal } from '@/lib/errors'
import type { CanSee } from '@/lib/schedules/match-entries'
import { occurrenceOn, occurrencesIn } from '@/lib/schedules/rule-occurrences'
import type { ScheduleState, StayWindow } from '@/lib/schedules/schedule-state'

/**
 * A caller who is narrowed to locations must not change what they cannot see: an occurrence that was moved elsewhere, or
 * one that goes on there while its rule has moved here.
 * @throws Refusal 409 without details where a decision removes or moves such a stay
 */
export function refuseHiddenChanges(before: ScheduleState, after: ScheduleState, now: number, canSee: CanSee): void {
  const left = hiddenStays(after, now, canSee)
  const kept = [...hiddenStays(before, now, canSee)].every(([id, place]) => left.get(id) === place)
  if (kept) return
  throw new Refusal(
    'conflict',
    'This would change schedules of the vehicle outside of the locations that you are limited to. Nothing was changed.',
  )
}

/** Where and when the stays are that are not over and that the caller does not see, by id. */
function hiddenStays({ stays, rules }: ScheduleState, now: number, canSee: CanSee): Map<string, string> {
  const hidden = new Map<string, string>()
  const add = (id: string, { locationUid, arrival, departure }: StayWindow) => {
    if (departure > now && !canSee(locationUid)) hidden.set(id, `${locationUid} ${arrival} ${departure}`)
  }
  for (const stay of stays.values()) if (!stay.occurrence) add(stay.id, stay)
  for (const rule of rules.values()) {
    const changed = [...rule.exceptions.keys()].flatMap((day) => occurrenceOn(rule, day) ?? [])
    for (const occurrence of [...changed, ...occurrencesIn(rule, { from: now, to: now + 1 })])
      add(occurrence.id, occurrence)
  }
  return hidden
}
