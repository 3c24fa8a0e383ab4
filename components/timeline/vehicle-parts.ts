/** Stays are asked for by so many rows at once: more than a screen of them. */
const PART_ROWS = 50
/** So many rows around those in sight come along, so that they are there when one scrolls. */
const AROUND_ROWS = 15

/** A range of parts, the first and the last of them. */
export type PartRange = { first: number; last: number }

/** Vehicles whose stays are asked for at once; behind the last of a depot come the rows of those that are registered elsewhere. */
export type VehiclePart = { vehicleIds: readonly string[]; withGuests: boolean }

/** The parts that the rows from `first` to `last` need. */
export function partsAround(first: number, last: number): PartRange {
  return {
    first: Math.floor(Math.max(0, first - AROUND_ROWS) / PART_ROWS),
    last: Math.floor((last + AROUND_ROWS) / PART_ROWS),
  }
}

/**
 * The vehicles of the parts in sight, in the order of their rows; a part is the same however one came to it.
 * @returns null where the rows are so few that all are one part
 */
export function vehicleParts(vehicleIds: readonly string[], { first, last }: PartRange): VehiclePart[] | null {
  if (vehicleIds.length <= 2 * PART_ROWS) return null
  const parts = Array.from({ length: last - first + 1 }, (_, index) => {
    const from = (first + index) * PART_ROWS
    const withGuests = from + PART_ROWS >= vehicleIds.length
    return { vehicleIds: vehicleIds.slice(from, from + PART_ROWS), withGuests }
  })
  return parts.filter((part) => part.vehicleIds.length > 0)
}
