import type { Context } from '@/lib/context'
import { canSeeLocation } from '@/lib/context'
import type { Segment } from '@/lib/contract/plan'
import type { Timeline, TimelineStay } from '@/lib/contract/timeline'
import type { Database } from '@/lib/db/client'
import { malformed, Refusal } from '@/lib/errors'
import type { LocationRow } from '@/lib/planning/depot'
import { findLocation } from '@/lib/planning/get-load'
import type { Departing } from '@/lib/readiness/departure-facts'
import { judgeDepartures } from '@/lib/readiness/judge-departures'
import { type AskedVehicles, askedVehicles } from '@/lib/readiness/timeline-vehicles'
import { readinessOf } from '@/lib/readiness/verdict'
import type { DepotStay } from '@/lib/stays/depot-stay'
import { listStays } from '@/lib/stays/list-stays'
import { DAY_MS, type Interval, MINUTE_MS } from '@/lib/time/interval'

const LONGEST_MS = 31 * DAY_MS

/** What lies further ahead hangs on nothing that is known now: its stays are read without those before them. */
const CONNECTED_MS = 2 * DAY_MS

type AskedRange = { locationUid: string; from?: number; to?: number }
type Wanted = Interval & { now: number; vehicleKeys: readonly number[] | undefined }

/**
 * The stays of a location that overlap a range (epoch ms), with what the readiness board says of them and their powers.
 * @throws Refusal `notFound`; `malformed` when the range is empty or longer than 31 days
 */
export async function getTimeline(
  { db, who, now }: Context,
  { locationUid, from = now, to = from + DAY_MS, ...asked }: AskedRange & AskedVehicles,
): Promise<Timeline> {
  if (to <= from) throw malformed([{ path: 'to', message: 'must be later than from' }])
  if (to - from > LONGEST_MS) throw malformed([{ path: 'to', message: 'must be at most 31 days after from' }])
  const row = canSeeLocation(who, locationUid) ? await findLocation(db, locationUid) : null
  if (!row) throw new Refusal('notFound', `There is no location ${locationUid}.`)
  const vehicleKeys = await askedVehicles(db, locationUid, asked, { from, to })
  if (vehicleKeys?.length === 0) return { locationUid, from, to, stays: [] }
  const wanted = { from, to, now, vehicleKeys }
  const open = await judged(db, row, wanted)
  const ids = new Set(open.map(({ id }) => id))
  const past = await listPast(db, locationUid, wanted)
  const stays = [...past.filter(({ id }) => !ids.has(id)).map(pictureOf), ...open]
  return { locationUid, from, to, stays: stays.sort((a, b) => a.arrival - b.arrival || (a.id < b.id ? -1 : 1)) }
}

/** The stays whose departure was before `now`. */
async function listPast(db: Database, locationUid: string, wanted: Wanted): Promise<DepotStay[]> {
  const { now, vehicleKeys } = wanted
  const range = { from: wanted.from, to: Math.min(wanted.to, now) }
  if (range.to <= range.from) return []
  const stays = await listStays(db, locationUid, range, { powersOnly: true, vehicleKeys })
  return stays.filter(({ departure }) => departure <= now)
}

/** The stays that are still to end, or whose vehicle is late to leave, with what the board says of them. */
async function judged(db: Database, row: LocationRow, range: Wanted): Promise<TimelineStay[]> {
  const { now, to, vehicleKeys } = range
  if (to <= now) return []
  const from = range.from > now + CONNECTED_MS ? range.from : now
  const { stays, departing } = await judgeDepartures(db, row, { now, from, to, vehicleKeys })
  const known = new Map(departing.map((one) => [one.stay, one]))
  const shown = stays.filter(
    (stay) => (stay.departure > now || known.has(stay)) && stay.departure > range.from && stay.arrival < to,
  )
  return shown.map((stay) => ({ ...pictureOf(stay), ...verdictOf(known.get(stay)) }))
}

function verdictOf(departing: Departing | undefined): Partial<TimelineStay> {
  if (!departing) return {}
  const { facts, place } = departing
  const { state, reason } = readinessOf(facts)
  const { predictedSoc, targetSoc } = facts
  return {
    ...{ targetSoC: targetSoc, state },
    ...(reason && { reason }),
    ...(place && { place: place.name }),
    ...(predictedSoc !== null && { predictedSoC: Math.round(predictedSoc * 10) / 10 }),
  }
}

function pictureOf({
  id,
  arrival,
  departure,
  targetSoc,
  blockId,
  vehicle,
  incumbent,
  elapsed,
  chargeNow,
}: DepotStay): TimelineStay {
  const steps = (segments: readonly Segment[]) =>
    segments.filter(({ powerkW }) => powerkW > 0).map((one) => step(one, arrival))
  return {
    ...{ id, vehicleId: vehicle.id, arrival, departure, targetSoC: targetSoc },
    ...(blockId !== null && { blockId }),
    ...(incumbent?.frozen && { frozen: true }),
    ...(chargeNow && { chargeNowBy: chargeNow.by }),
    ...(vehicle.maxPowerKw !== null && { maxPowerkW: vehicle.maxPowerKw }),
    past: steps(elapsed),
    planned: steps(incumbent?.plan.segments ?? []),
  }
}

/** A tenth of a minute and of a kW is more than a picture shows. */
function step({ from, to, powerkW }: Segment, arrival: number): [number, number, number] {
  const tenth = (value: number) => Math.round(value * 10) / 10
  return [tenth((from - arrival) / MINUTE_MS), tenth((to - arrival) / MINUTE_MS), tenth(powerkW)]
}
