import { type Appended, appendEvents, nameOf } from '@/lib/charging/append-events'
import { type Attribution, attributeEvents } from '@/lib/charging/attribute-events'
import { followEvents } from '@/lib/charging/follow-events'
import type { JudgedEvent } from '@/lib/charging/judged-event'
import { listGiven } from '@/lib/charging/list-given'
import { listOccupants } from '@/lib/charging/list-occupants'
import { placeStations } from '@/lib/charging/place-stations'
import { noSoc } from '@/lib/charging/plausibility/believe-soc'
import { type ReadEvent, readEvents } from '@/lib/charging/read-events'
import { type KnownVehicle, type Recognised, recognise } from '@/lib/charging/recognise'
import { requestFollowingPlans } from '@/lib/charging/request-following-plans'
import { storeV2icp } from '@/lib/charging/store-v2icp'
import { touchedBy } from '@/lib/charging/touched-by'
import type { Context, Principal } from '@/lib/context'
import type { ChargingEventsAnswer } from '@/lib/contract/charging-event'
import { inTransaction } from '@/lib/db/transaction'

type Result = ChargingEventsAnswer['results'][number]

/** What becomes of one entry. */
type Judged = JudgedEvent | { id: string | undefined; error: string }

/**
 * Records what the chargers report: each event by itself, idempotent by its id, in any order. What follows from them
 * (sessions, transaction times, measured SoC, metered means, V2ICP) is derived anew from the stored events around them,
 * and a plan is requested, all in one transaction of a number of statements that does not grow with the events.
 * @param entries the events as they were sent, not yet validated
 * @param options.attributions what strangers have reported and who they turned out to be, given to them before: here, because
 * stations, then vehicles, then plans are held in one order by all who record
 * @returns a result for each entry, in order
 */
export async function recordEvents(
  context: Context,
  entries: readonly unknown[],
  { attributions = [] }: { attributions?: readonly Attribution[] } = {},
): Promise<Result[]> {
  const read = readEvents(entries, context.now)
  const events = read.flatMap((entry) => ('event' in entry ? [entry.event] : []))
  if (events.length + attributions.length === 0)
    return read.map((entry) => invalid(entry.id, 'error' in entry ? entry.error : ''))
  return inTransaction(context.db, async (tx) => {
    const occupants = await listOccupants(tx, events)
    const given = await listGiven(tx, events)
    const touched = [...occupants, ...attributions].flatMap(({ vehicleKey }) => vehicleKey ?? [])
    const recognised = await recognise(tx, context.who, events, { touched, given })
    const recognisedAt = await attributeEvents(tx, attributions, context.now)
    const said = read.map((entry) => ('event' in entry ? judge(context, recognised, entry) : entry))
    const judged = await placeStations(tx, context.who, said, context.now)
    const first = firstOfEach(judged)
    const stored = await appendEvents(tx, [...first.values()], context.now)
    const fresh = [...first.values()].filter((one) => stored.appended.has(nameOf(one)))
    const known = fresh.filter(({ vehicle }) => vehicle)
    const { moved, warnings } = await followEvents(tx, touchedBy(known, occupants), context.now)
    await storeV2icp(tx, known)
    await requestFollowingPlans(tx, { events: fresh, moved, recognisedAt }, context.now)
    return judged.map((verdict) => resultOf(verdict, first, stored, warnings))
  })
}

function judge({ who }: Context, { vehicleOf, isLocation }: Recognised, read: ReadEvent): Judged {
  const { event } = read
  if (event.locationUid != null && !isLocation(event.locationUid))
    return { id: read.id, error: `locationUid: names an unknown location (${event.locationUid})` }
  const vehicle = event.type === 'connector-status' ? null : vehicleOf(event)
  const locationUid = event.locationUid ?? impliedLocation(who.locationUids, vehicle)
  return { ...read, vehicle, locationUid, scope: scopeOf(who, event.locationUid) }
}

/** Ids are unique per location; those of events without one, per caller. */
function scopeOf(who: Principal, locationUid: string | null | undefined): string {
  return locationUid != null ? `location:${locationUid}` : `${who.kind}:${who.id}`
}

/** A vehicle that belongs to one depot, or a sender that is limited to one, needs not say which. */
function impliedLocation(limits: readonly string[] | null, vehicle: KnownVehicle | null): string | null {
  const own = vehicle?.locationUids.filter((uid) => limits === null || limits.includes(uid)) ?? []
  const [uid, ...others] = own.length > 0 ? own : (limits ?? [])
  return uid !== undefined && others.length === 0 ? uid : null
}

/** The valid events of a request by name; of those with the same name the first. */
function firstOfEach(judged: readonly Judged[]): Map<string, JudgedEvent> {
  const first = new Map<string, JudgedEvent>()
  for (const verdict of judged)
    if ('event' in verdict && !first.has(nameOf(verdict))) first.set(nameOf(verdict), verdict)
  return first
}

function resultOf(
  verdict: Judged,
  first: ReadonlyMap<string, JudgedEvent>,
  { appended, stored }: Appended,
  believed: ReadonlyMap<string, string[]>,
): Result {
  if (!('event' in verdict)) return invalid(verdict.id, verdict.error)
  const { event, vehicle, id } = verdict
  const alone = (event.soc != null && noSoc(event.soc)) || []
  const derived = vehicle ? (believed.get(`${vehicle.key} ${id}`) ?? []) : []
  const warnings = [...new Set([...verdict.warnings, alone, derived].flat())]
  const said = { id, ...(warnings.length > 0 && { warnings }) }
  const isNamed = event.macAddress != null || event.vehicleId != null
  if (event.type !== 'connector-status' && !vehicle && isNamed) return { ...said, status: 'unknown-vehicle' }
  const name = nameOf(verdict)
  const kept = first.get(name)
  if (kept === verdict && appended.has(name)) return { ...said, status: 'accepted' }
  const before = kept === verdict ? stored.get(name) : kept?.fingerprint
  if (before == null || before === verdict.fingerprint) return { ...said, status: 'duplicate' }
  return { id, status: 'conflict', error: CONFLICT }
}

const CONFLICT =
  'This id was used before for an event with other content, which stands. Send this one under an id of its own.'

function invalid(id: string | undefined, error: string): Result {
  return { ...(id !== undefined && { id }), status: 'invalid', error }
}
