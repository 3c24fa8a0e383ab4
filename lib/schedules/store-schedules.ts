import type { Context } from '@/lib/context'
import { violates } from '@/lib/db/transaction'
import { Refusal } from '@/lib/errors'
import { recordScheduleChanges } from '@/lib/schedules/record-schedule-changes'
import {
  type ChangedStay,
  differing,
  missing,
  type RuleKeys,
  type ScheduleChange,
} from '@/lib/schedules/schedule-change'
import { currentVersion, type Rule, type ScheduledStay, type ScheduleState } from '@/lib/schedules/schedule-state'
import { storeHeldPlans } from '@/lib/schedules/store-held-plans'
import { storeRules } from '@/lib/schedules/store-rules'
import type { OccurrenceKey } from '@/lib/stays/depot-stay'
import { detailsOf } from '@/lib/stays/stay-details'
import { deleteStays, insertStays, type NewStay, updateStays } from '@/lib/stays/write-stays'
import { DAY_MS } from '@/lib/time/interval'

/**
 * Writes the difference between two states of a vehicle's schedules, in the transaction `context.db`, and records it.
 * @returns the locations whose plans the difference concerns
 * @throws Refusal 409 when a departure is taken by a stay that the decision did not know
 */
export function storeSchedules(
  context: Context,
  { key, id }: { key: number; id: string },
  before: ScheduleState,
  after: ScheduleState,
): Promise<string[]> {
  return storeScheduleChanges(context, [{ vehicleKey: key, vehicleId: id, before, after }])
}

/**
 * As {@link storeSchedules}, for many vehicles: the number of statements grows with neither vehicles nor schedules.
 * @returns the locations whose plans the difference concerns
 * @throws Refusal 409 when a departure is taken by a stay that the decision did not know
 */
export async function storeScheduleChanges(context: Context, changes: readonly ScheduleChange[]): Promise<string[]> {
  const { db: tx, now } = context
  const removed = changes.flatMap(({ before, after }) => missing(before.stays, after.stays))
  const changed = changes.flatMap(({ vehicleKey, before, after }) =>
    differing(before.stays, after.stays).map((stay) => ({ vehicleKey, stay, was: before.stays.get(stay.id) })),
  )
  try {
    await deleteStays(
      tx,
      removed.flatMap(({ key }) => key ?? []),
    )
    const keys = await storeRules(tx, changes, now)
    const stored = changed.flatMap((one) => (one.stay.key === null ? [] : { ...rowOf(one, keys), key: one.stay.key }))
    await updateStays(tx, stored, now)
    const added = changed.filter(({ stay }) => stay.key === null)
    const inserted = await insertStays(
      tx,
      added.map((one) => ({ ...rowOf(one, keys), knownSince: now })),
      now,
    )
    await storeHeldPlans(tx, now, changed, inserted)
  } catch (error) {
    if (violates(error, 'stay_departure_unique'))
      throw new Refusal('conflict', 'The vehicle has a schedule with this departure time already. Send another one.')
    throw error
  }
  await recordScheduleChanges(context, changes)
  return [...new Set(changes.flatMap(({ before, after }) => concernedLocations(before, after)))]
}

/** A stay as it is written; the keys of its rule and of the rule's version are known by now. */
function rowOf({ vehicleKey, stay }: ChangedStay, keys: RuleKeys): Omit<NewStay, 'knownSince'> {
  const { id, locationUid, arrival, departure, occurrence } = stay
  return {
    ...{ id, vehicleKey, locationUid, arrival, departure },
    ...detailsOf(stay),
    occurrence: occurrence && occurrenceKey(occurrence, keys),
  }
}

function occurrenceKey(
  { ruleId, version, day }: NonNullable<ScheduledStay['occurrence']>,
  keys: RuleKeys,
): OccurrenceKey {
  const [ruleKey, ruleVersionKey] = [keys.rule(ruleId), keys.version(version)]
  if (ruleKey === null || ruleVersionKey === null) throw new Error(`The rule ${ruleId} of an occurrence is not stored.`)
  return { ruleKey, ruleVersionKey, originalDate: new Date(day * DAY_MS).toISOString().slice(0, 10) }
}

function concernedLocations(before: ScheduleState, after: ScheduleState): string[] {
  const stays = [...missing(before.stays, after.stays), ...differing(before.stays, after.stays)]
  const ids = new Set([...before.rules.keys(), ...after.rules.keys()])
  const rules = [...ids].flatMap((id) => {
    const [was, will] = [before.rules.get(id), after.rules.get(id)]
    return was === will ? [] : [was, will].filter((rule): rule is Rule => rule !== undefined)
  })
  const places = [...stays, ...stays.flatMap(({ id }) => before.stays.get(id) ?? []), ...rules.map(currentVersion)]
  return [...new Set(places.map(({ locationUid }) => locationUid))]
}
