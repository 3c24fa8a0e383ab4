import { sql } from 'drizzle-orm'
import { type Context, canSeeLocation } from '@/lib/context'
import { toTimestamp } from '@/lib/contract/timestamp'
import type { Database } from '@/lib/db/client'
import { Refusal } from '@/lib/errors'
import { loadSchedules } from '@/lib/schedules/load-schedules'
import type { CanSee } from '@/lib/schedules/match-entries'
import { allPlacements, overlappingPairs, type Placed, placedId } from '@/lib/schedules/overlap'
import { putRuleInZone } from '@/lib/schedules/rule-in-zone'
import { currentVersion, draftOf, type ScheduleState } from '@/lib/schedules/schedule-state'
import { storeSchedules } from '@/lib/schedules/store-schedules'
import { holdTimeZoneAlone } from '@/lib/schedules/zone-locks'
import { type InPieces, inSlices } from '@/lib/slices'

/** More overlaps than this in one sentence help nobody. */
const MAX_NAMED = 5

/**
 * Follows a location into another time zone, in the transaction that changes it: its rules keep their wall-clock times
 * ("Fridays 22:30" stays Fridays 22:30), dated stays their instants.
 * @throws Refusal 409 naming the stays that would then overlap
 */
export async function changeTimeZone(
  context: Context,
  { locationUid, zone }: { locationUid: string; zone: string },
): Promise<void> {
  const { who, now, db: tx } = context
  const canSee: CanSee = (uid) => canSeeLocation(who, uid)
  const overlaps: string[] = []
  await holdTimeZoneAlone(tx, locationUid)
  for (const vehicle of await vehiclesWithRules(tx, locationUid)) {
    const before = await loadSchedules(tx, vehicle.key, { now, departures: [], ids: [], withPlans: false })
    const after = inZone(before, locationUid, zone, now)
    const found = await inSlices(newOverlaps(before, after, now))
    overlaps.push(...found.map((pair) => describe(vehicle.id, pair, canSee)))
    if (overlaps.length === 0) await storeSchedules(context, vehicle, before, after)
  }
  if (overlaps.length > 0) throw refusal(zone, overlaps)
}

/** Their rows are held: nobody else changes their schedules until this transaction ends. */
function vehiclesWithRules(tx: Database, locationUid: string): Promise<{ key: number; id: string }[]> {
  return tx.execute<{ key: number; id: string }>(sql`
    select key::float8 as key, id from vehicle where deleted_at is null and key in (
      select r.vehicle_key from rule r join rule_version v on v.rule_key = r.key
      where r.ended_at is null and v.valid_to is null and v.location_uid = ${locationUid})
    order by key for no key update`)
}

function inZone(before: ScheduleState, locationUid: string, zone: string, now: number): ScheduleState {
  const draft = draftOf(before)
  for (const rule of before.rules.values())
    if (rule.endedAt === null && currentVersion(rule).locationUid === locationUid) putRuleInZone(draft, rule, zone, now)
  return draft
}

/** Stays that shared time before are not the new zone's fault. */
function* newOverlaps(before: ScheduleState, after: ScheduleState, now: number): InPieces<[Placed, Placed][]> {
  const name = ([a, b]: [Placed, Placed]) => [a, b].map(placedId).sort().join(' ')
  const found = yield* pairsIn(after, now)
  if (found.length === 0) return []
  const known = new Set((yield* pairsIn(before, now)).map(name))
  return found.filter((pair) => !known.has(name(pair)))
}

function* pairsIn(state: ScheduleState, now: number): InPieces<[Placed, Placed][]> {
  return yield* overlappingPairs(yield* allPlacements(state, now), () => true)
}

function describe(vehicleId: string, [a, b]: [Placed, Placed], canSee: CanSee): string {
  if (!canSee(a.locationUid) || !canSee(b.locationUid)) return `two of ${vehicleId}`
  return `${placedId(a)} and ${placedId(b)} of ${vehicleId} (from ${toTimestamp(b.from)} to ${toTimestamp(Math.min(a.to, b.to))})`
}

function refusal(zone: string, overlaps: string[]): Refusal {
  const more = overlaps.length > MAX_NAMED ? `, and ${overlaps.length - MAX_NAMED} more` : ''
  const named = overlaps.slice(0, MAX_NAMED).join('; ')
  return new Refusal(
    'conflict',
    `In the time zone ${zone} these schedules would overlap: ${named}${more}. Change or remove them first. Nothing was changed.`,
  )
}
