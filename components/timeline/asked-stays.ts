import { startOfDay } from '@/components/format/zone'
import { type PartRange, type VehiclePart, vehicleParts } from '@/components/timeline/vehicle-parts'
import { DAY_MS } from '@/lib/time/interval'

/** Whose stays are asked for; null: of all. */
export type StaysOf = VehiclePart | null

/** A part of a timeline's stays, as it is asked for: `[from, to)` in epoch ms. */
export type AskedStays = { from: number; to: number; of: StaysOf }

/** Up to so many days are asked for one by one; a wider view asks for weeks. */
const SINGLE_DAYS = 3

type AskedVehicle = { id: string; evModel?: string }

/** How the rows are chosen, as the address says it. `model`: those of one model alone. */
export type RowsAsked = { model: string | null; hangsOnStays: boolean }

/** Which rows there are hangs on all stays, or on the vehicles alone: then the stays of the rows in sight are enough. */
export function staysOfRows(
  vehicles: readonly AskedVehicle[],
  { model, hangsOnStays }: RowsAsked,
  parts: PartRange,
): readonly StaysOf[] {
  const wanted = vehicles.filter(({ evModel }) => model === null || evModel === model)
  const inSight = hangsOnStays
    ? null
    : vehicleParts(
        wanted.map(({ id }) => id),
        parts,
      )
  return inSight ?? [null]
}

/** The parts in which the stays of `[from, to)` are asked for: moving asks only for what is new. */
export function partsOf({ from, to, zone }: { from: number; to: number; zone: string }, of: readonly StaysOf[]) {
  const times = bounds(from, to, zone)
  return times
    .slice(0, -1)
    .flatMap((begin, index) =>
      of.map((whose): AskedStays => ({ from: begin, to: times[index + 1] ?? begin, of: whose })),
    )
}

/** The bounds of the local days that `[from, to)` touches, or of the weeks where that is many; weeks are counted from 1970. */
function bounds(from: number, to: number, zone: string): number[] {
  const isWide = to - from > SINGLE_DAYS * DAY_MS
  const day = startOfDay(from, zone)
  const intoWeek = isWide ? Math.round(day / DAY_MS) % 7 : 0
  const found = [startOfDay(day, zone, -intoWeek)]
  for (let next = startOfDay(found[0] ?? day, zone, isWide ? 7 : 1); ; next = startOfDay(next, zone, isWide ? 7 : 1)) {
    found.push(next)
    if (next >= to) return found
  }
}

/** What `GET /locations/{locationUid}/timeline` is asked for a part. */
export function timelineRequest(locationUid: string, { from, to, of }: AskedStays) {
  const whose = of && { vehicleId: [...of.vehicleIds], ...(of.withGuests && { guests: 'true' as const }) }
  return { params: { locationUid }, query: { from: String(from), to: String(to), ...whose } }
}
