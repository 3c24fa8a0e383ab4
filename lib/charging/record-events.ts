import { appendEvents, type Recorded } from '@/lib/charging/append-events'
import { followEvents } from '@/lib/charging/follow-events'
import type { JudgedEvent } from '@/lib/charging/judged-event'
import { readEvents } from '@/lib/charging/read-events'
import { type KnownVehicle, type Recognised, recognise } from '@/lib/charging/recognise'
import { requestFollowingPlans } from '@/lib/charging/request-following-plans'
import { storeV2icp } from '@/lib/charging/store-v2icp'
import { touchedBy } from '@/lib/charging/touched-by'
import type { Context } from '@/lib/context'
import type { ChargingEvent, ChargingEventsAnswer } from '@/lib/contract/charging-event'
import { inTransaction } from '@/lib/db/transaction'

type Result = ChargingEventsAnswer['results'][number]

/** What becomes of one entry. */
type Judged = JudgedEvent | { error: string }

/**
 * Records what the chargers report: each event by itself, idempotent by its id, in any order. What follows from them
 * (sessions, transaction times, measured SoC, metered means, V2ICP) is derived anew from all stored events, and a plan
 * is requested, all in one transaction of a number of statements that does not grow with the events.
 * @param entries the events as they were sent, not yet validated
 * @returns a result for each entry, in order
 */
export async function recordEvents(context: Context, entries: readonly unknown[]): Promise<Result[]> {
  const read = readEvents(entries, context.now)
  const events = read.flatMap((entry) => ('event' in entry ? [entry.event] : []))
  if (events.length === 0) return read.map(({ id }, index) => invalid(id, errorOf(read[index])))
  return inTransaction(context.db, async (tx) => {
    const recognised = await recognise(tx, context.who, events)
    const judged = read.map((entry) => ('event' in entry ? judge(context, recognised, entry.event) : entry))
    const recorded = firstOfEach(judged)
    const appended = await appendEvents(tx, [...recorded.values()].map(toRecorded), context.now)
    const results = judged.map((verdict, index) => resultOf(read[index]?.id, verdict, recorded, appended))
    const fresh = [...recorded.values()].filter(({ event, vehicle }) => vehicle && appended.has(event.id))
    const moved = await followEvents(tx, touchedBy(fresh), context.now)
    await storeV2icp(tx, fresh)
    await requestFollowingPlans(tx, fresh, moved, context.now)
    return results
  })
}

function judge({ who }: Context, { vehicleOf, isLocation }: Recognised, event: ChargingEvent): Judged {
  if (event.locationUid != null && !isLocation(event.locationUid))
    return { error: `locationUid: names an unknown location (${event.locationUid})` }
  const vehicle = event.type === 'connector-status' ? null : vehicleOf(event)
  return { event, vehicle, locationUid: event.locationUid ?? impliedLocation(who.locationUids, vehicle) }
}

/** A vehicle that belongs to one depot, or a sender that is limited to one, needs not say which. */
function impliedLocation(limits: readonly string[] | null, vehicle: KnownVehicle | null): string | null {
  const own = vehicle?.locationUids.filter((uid) => limits === null || limits.includes(uid)) ?? []
  const [uid, ...others] = own.length > 0 ? own : (limits ?? [])
  return uid !== undefined && others.length === 0 ? uid : null
}

/** The valid events of a request by id; of those with the same id the first. */
function firstOfEach(judged: readonly Judged[]): Map<string, JudgedEvent> {
  const first = new Map<string, JudgedEvent>()
  for (const verdict of judged)
    if ('event' in verdict && !first.has(verdict.event.id)) first.set(verdict.event.id, verdict)
  return first
}

function toRecorded({ event, vehicle, locationUid }: JudgedEvent): Recorded {
  return { event, vehicleKey: vehicle?.key ?? null, locationUid }
}

function resultOf(
  id: string | undefined,
  verdict: Judged,
  recorded: ReadonlyMap<string, JudgedEvent>,
  appended: ReadonlySet<string>,
): Result {
  if (!('event' in verdict)) return invalid(id, verdict.error)
  const { event, vehicle } = verdict
  if (event.type !== 'connector-status' && !vehicle) return { id: event.id, status: 'unknown-vehicle' }
  const isNew = recorded.get(event.id) === verdict && appended.has(event.id)
  return { id: event.id, status: isNew ? 'accepted' : 'duplicate' }
}

function errorOf(entry: { error: string } | object | undefined): string {
  return entry && 'error' in entry && typeof entry.error === 'string' ? entry.error : 'must be an event'
}

function invalid(id: string | undefined, error: string): Result {
  return { ...(id !== undefined && { id }), status: 'invalid', error }
}
