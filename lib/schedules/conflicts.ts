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
 * @throws Refusal 422 naming both where two entries overlap, 409 naming the stored schedules that entries overlap
 */
export function* refuseOverlaps(
  state: ScheduleState,
  entryOf: ReadonlyMap<string, number>,
  { now, canSee, among }: { now: number; canSee: CanSee; among: 'refuse as impossible' | 'refuse as conflict' },
): InPieces<void> {
  const pairs = yield* overlappingPairs(yield* placements(state, entryOf, now))
  const faults = pairs.flatMap(([a, b]) => entryFaults(a, b))
  if (faults.length > 0 && among === 'refuse as impossible') throw impossible(faults)
  if (pairs.length > 0) throw conflict(pairs, canSee)
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

/** Every entry that overlaps what is stored; where it is one alone, the sentence says it all. */
function conflict(pairs: readonly (readonly [Placed, Placed])[], canSee: CanSee): Refusal {
  const byEntry = new Map<number | undefined, Fault>()
  for (const [a, b] of pairs) {
    const [spoken, other] = b.entry === undefined ? [a, b] : [b, a]
    const fault = { path: `schedules[${spoken.entry}]`, message: conflictWords(other, canSee) }
    if (!byEntry.has(spoken.entry)) byEntry.set(spoken.entry, fault)
  }
  const faults = [...byEntry.values()]
  const sentence = faults.slice(0, 1).map(({ path, message }) => `${path} ${message}`)
  return new Refusal('conflict', sentence.join(), faults.length > 1 ? { faults } : {})
}

function conflictWords(other: Placed, canSee: CanSee): string {
  if (!canSee(other.locationUid)) return 'overlaps another schedule of this vehicle.'
  return `overlaps the schedule ${placedId(other)}, which is from ${toTimestamp(other.from)} to ${toTimestamp(other.to)}. Remove or change that one, or send other times.`
}
