import { Limits } from '@/lib/contract/schedule'
import { toTimestamp } from '@/lib/contract/timestamp'
import { type Fault, impossible, Refusal } from '@/lib/errors'
import { changeTarget, type StayTarget, targetTerms } from '@/lib/schedules/change-target'
import { refuseOverlaps } from '@/lib/schedules/conflicts'
import { findTarget, hasEnded } from '@/lib/schedules/find-target'
import type { CanSee } from '@/lib/schedules/match-entries'
import type { StayTerms } from '@/lib/schedules/occurrence-change'
import { thawed } from '@/lib/schedules/posted-plan'
import { draftOf, type ScheduleState } from '@/lib/schedules/schedule-state'
import type { InPieces } from '@/lib/slices'
import { DAY_MS } from '@/lib/time/interval'

/** One of the two schedules of a swap: its vehicle, and what is stored of that. `departure`: as its sender read it. */
export type SwapSide = { id: string; vehicleId: string; state: ScheduleState; departure?: number }

type Scope = { now: number; canSee: CanSee }
type Pair<T> = readonly [T, T]

/**
 * Decides a swap: each vehicle takes over the other's duty, which is departure, target, minimum, priority and block. Pure.
 * @returns the schedules of both vehicles after it, and both departures, in the order of `sides`
 * @throws Refusal 404 for an unknown schedule, 409 for one that has ended or was changed, or that would overlap; 422 for
 *   what cannot be swapped at all
 */
export function* swapDuties(
  [first, second]: Pair<SwapSide>,
  scope: Scope,
): InPieces<Pair<{ next: ScheduleState; departure: number }>> {
  const targets: Pair<StayTarget> = [stayOf(first, 0, scope), stayOf(second, 1, scope)]
  const [one, other] = [targetTerms(targets[0]), targetTerms(targets[1])]
  const terms: Pair<StayTerms> = [withDuty(one, other), withDuty(other, one)]
  refuseFaults(pairFaults(first, second, one, other))
  refuseFaults(terms.flatMap(timeFaults))
  return [
    { next: yield* changed(first, targets[0], terms[0], 0, scope), departure: other.departure },
    { next: yield* changed(second, targets[1], terms[1], 1, scope), departure: one.departure },
  ]
}

function refuseFaults(faults: Fault[]): void {
  if (faults.length > 0) throw impossible(faults)
}

function stayOf({ id, state, departure }: SwapSide, index: number, { now, canSee }: Scope): StayTarget {
  const target = findTarget(state, id, canSee)
  if (!target) throw unknownSchedule(id)
  if (target.kind === 'rule')
    throw impossible([{ path: `schedules[${index}].id`, message: 'is a rule: name one of its occurrences' }])
  if (hasEnded(target, now))
    throw new Refusal('conflict', `The schedule ${id} has ended. What has ended is history and stays.`)
  const { departure: stored } = targetTerms(target)
  if (departure !== undefined && departure !== stored)
    throw new Refusal(
      'conflict',
      `The schedule ${id} leaves at ${toTimestamp(stored)} by now. Read it again, then swap if that still helps.`,
    )
  return target
}

export function unknownSchedule(id: string): Refusal {
  return new Refusal('notFound', `There is no schedule with the id ${id}.`)
}

/** What a duty is; the rest stays with the vehicle. */
function withDuty(own: StayTerms, { departure, targetSoc, minimumSoc, priority, blockId }: StayTerms): StayTerms {
  const { locationUid, arrival, startSoc, externalId } = own
  return { locationUid, arrival, startSoc, externalId, departure, targetSoc, minimumSoc, priority, blockId }
}

function pairFaults(first: SwapSide, second: SwapSide, one: StayTerms, other: StayTerms): Fault[] {
  const fault = (message: string): Fault[] => [{ path: 'schedules[1].id', message }]
  if (first.vehicleId === second.vehicleId) return fault('is of the same vehicle: a swap takes two vehicles')
  if (one.locationUid === other.locationUid) return []
  return fault(`is at ${other.locationUid}, not at ${one.locationUid}: vehicles swap at one location`)
}

function timeFaults({ arrival, departure }: StayTerms, index: number): Fault[] {
  const fault = (message: string): Fault[] => [{ path: `schedules[${index}].id`, message }]
  if (departure <= arrival)
    return fault(`arrives at ${toTimestamp(arrival)}, too late for the departure at ${toTimestamp(departure)}`)
  return departure - arrival > Limits.stayDays * DAY_MS ? fault(`would stay for over ${Limits.stayDays} days`) : []
}

function* changed(
  { id, state }: SwapSide,
  target: StayTarget,
  terms: StayTerms,
  index: number,
  { now, canSee }: Scope,
): InPieces<ScheduleState> {
  const draft = draftOf(state)
  const moved = terms.departure !== targetTerms(target).departure
  changeTarget(draft, target, terms, now, (held) => (moved ? thawed(held) : held))
  yield* refuseOverlaps(draft, new Map([[id, index]]), { now, canSee, among: 'refuse as conflict' })
  return draft
}
