import { toTimestamp } from '@/lib/contract/timestamp'
import { type Fault, impossible, Refusal } from '@/lib/errors'
import type { CanSee } from '@/lib/schedules/match-entries'
import { overlappingPairs, type Placed, placedId, placements } from '@/lib/schedules/overlap'
import type { ScheduleState } from '@/lib/schedules/schedule-state'
import type { InPieces } from '@/lib/slices'

/**
 * Refuses a decision whose outcome would put a vehicle in two places at once. Only stays that the request speaks of are
 * looked at: what was stored before is not its sender's fault.
 * @param entryOf the position in the request of what it speaks of, by the id of a schedule or an occurrence
 * @throws Refusal 422 naming both where two entries overlap, 409 naming the stored schedule where an entry overlaps it
 */
export function* refuseOverlaps(
  state: ScheduleState,
  entryOf: ReadonlyMap<string, number>,
  { now, canSee, among }: { now: number; canSee: CanSee; among: 'refuse as impossible' | 'refuse as conflict' },
): InPieces<void> {
  const pairs = yield* overlappingPairs(yield* placements(state, entryOf, now))
  const faults = pairs.flatMap(([a, b]) => entryFaults(a, b))
  if (faults.length > 0 && among === 'refuse as impossible') throw impossible(faults)
  const [first] = pairs
  if (first) throw conflict(...first, canSee)
}

function entryFaults(a: Placed, b: Placed): Fault[] {
  const [first, second] = [a.entry, b.entry]
  if (first === undefined || second === undefined || first === second) return []
  const pair = [
    [first, second],
    [second, first],
  ] as const
  return pair.map(([one, other]) => ({
    path: `schedules[${one}]`,
    message: `overlaps schedules[${other}] from ${toTimestamp(b.from)} to ${toTimestamp(Math.min(a.to, b.to))}`,
  }))
}

function conflict(a: Placed, b: Placed, canSee: CanSee): Refusal {
  const [spoken, other] = b.entry === undefined ? [a, b] : [b, a]
  const index = spoken.entry
  if (!canSee(other.locationUid))
    return new Refusal('conflict', `schedules[${index}] overlaps another schedule of this vehicle.`)
  return new Refusal(
    'conflict',
    `schedules[${index}] overlaps the schedule ${placedId(other)}, which is from ${toTimestamp(other.from)} to ${toTimestamp(other.to)}. Remove or change that one, or send other times.`,
  )
}
