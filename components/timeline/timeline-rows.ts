import type { DrawnStay } from '@/components/timeline/stay'
import { attentionRank, READINESS_STATES } from '@/lib/contract/enumerations'
import type { ReadinessState } from '@/lib/contract/readiness'

/** A vehicle's row: its stays in order of arrival; stays of one vehicle do not overlap. */
export type TimelineRow = {
  vehicleId: string
  name: string
  licensePlate?: string
  evModel?: string
  stays: readonly DrawnStay[]
}

type NamedVehicle = { id: string; name?: string; licensePlate?: string; evModel?: string }

/** One row a vehicle, in the order of the vehicles; stays of vehicles that are gone follow under their ids. */
export function rowsOf(vehicles: readonly NamedVehicle[], stays: Iterable<DrawnStay>): TimelineRow[] {
  const byVehicle = new Map<string, DrawnStay[]>(vehicles.map(({ id }) => [id, []]))
  for (const stay of stays) {
    const known = byVehicle.get(stay.vehicleId)
    if (known) known.push(stay)
    else byVehicle.set(stay.vehicleId, [stay])
  }
  const named = new Map(vehicles.map((vehicle) => [vehicle.id, vehicle]))
  return [...byVehicle].map(([vehicleId, own]) => ({
    vehicleId,
    name: named.get(vehicleId)?.name ?? vehicleId,
    licensePlate: named.get(vehicleId)?.licensePlate,
    evModel: named.get(vehicleId)?.evModel,
    stays: own.sort((a, b) => a.from - b.from),
  }))
}

/** The rows whose name, plate, id or blocks hold every word of the search. */
export function searchRows(rows: readonly TimelineRow[], query: string): TimelineRow[] {
  const words = query.toLocaleLowerCase().split(/\s+/).filter(Boolean)
  return rows.filter(({ name, licensePlate = '', vehicleId, stays }) => {
    const blocks = stays.flatMap(({ blockId }) => blockId ?? []).join(' ')
    const text = `${name} ${licensePlate} ${vehicleId} ${blocks}`.toLocaleLowerCase()
    return words.every((word) => text.includes(word))
  })
}

export const ROW_ORDERS = ['name', 'departure', 'state'] as const
export type RowOrder = (typeof ROW_ORDERS)[number]
/** Which rows are shown and in which order; the vehicle's next departure after `now` decides state and departure. */
export type RowChoice = {
  order: RowOrder
  state: ReadinessState | null
  model: string | null
  /** Rows without a stay in this time are hidden; null shows all. */
  occupied: { from: number; to: number } | null
  now: number
}

/** The rows that are wanted, in the wanted order; rows without a next departure follow in the order that they had. */
export function chooseRows(
  rows: readonly TimelineRow[],
  { order, state, model, occupied, now }: RowChoice,
): TimelineRow[] {
  const nextOf = (row: TimelineRow) => row.stays.find(({ to }) => to > now)
  const wanted = rows.filter(
    (row) =>
      (state === null || nextOf(row)?.state === state) &&
      (model === null || row.evModel === model) &&
      (occupied === null || staysBetween(row.stays, occupied.from, occupied.to).length > 0),
  )
  if (order === 'name') return wanted
  const rankOf = (row: TimelineRow) => {
    const next = nextOf(row)
    if (!next) return Number.POSITIVE_INFINITY
    return order === 'departure' ? next.to : next.state ? attentionRank(next.state) : Number.MAX_SAFE_INTEGER
  }
  const ranked = wanted.map((row) => ({ row, rank: rankOf(row), leaves: nextOf(row)?.to ?? 0 }))
  ranked.sort((a, b) => (a.rank === b.rank ? a.leaves - b.leaves : a.rank - b.rank))
  return ranked.map(({ row }) => row)
}

/** The stays of a row that touch `[from, to)`: found by halving, for rows can be long. */
export function staysBetween(stays: readonly DrawnStay[], from: number, to: number): readonly DrawnStay[] {
  const first = firstIndex(stays, (stay) => stay.to > from)
  const end = firstIndex(stays, (stay) => stay.from >= to)
  return stays.slice(first, Math.max(first, end))
}

function firstIndex(stays: readonly DrawnStay[], holds: (stay: DrawnStay) => boolean): number {
  let low = 0
  let high = stays.length
  while (low < high) {
    const middle = (low + high) >> 1
    const stay = stays[middle]
    if (stay && holds(stay)) high = middle
    else low = middle + 1
  }
  return low
}

/** Whether the rows that an address asks for, and their order, hang on stays rather than on the vehicles alone. */
export function hangsOnStays(get: (name: string) => string | null): boolean {
  const order = ROW_ORDERS.find((one) => one === get('order')) ?? 'name'
  const isState = READINESS_STATES.some((one) => one === get('state'))
  return Boolean(get('q')) || order !== 'name' || isState || get('empty') === 'hide'
}
