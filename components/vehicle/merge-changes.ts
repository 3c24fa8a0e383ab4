import { ATTRIBUTES, type Attribute, type VehicleBody } from '@/components/vehicle/vehicle-draft'

export type Conflict = { attribute: Attribute; mine: unknown; theirs: unknown }

/** What became of two people's changes to one vehicle. */
export type Merge = {
  /** My changes that nobody else touched. */
  mine: Attribute[]
  /** Their changes that I did not touch: they stay. */
  theirs: Attribute[]
  /** What both changed, differently. */
  conflicts: Conflict[]
}

/** Compares two versions of a vehicle with the one that both began from, attribute by attribute. */
export function mergeChanges(base: VehicleBody, mine: VehicleBody, theirs: VehicleBody): Merge {
  const merge: Merge = { mine: [], theirs: [], conflicts: [] }
  for (const attribute of ATTRIBUTES) {
    const iChanged = !isSame(base[attribute], mine[attribute])
    const theyChanged = !isSame(base[attribute], theirs[attribute])
    if (iChanged && theyChanged && !isSame(mine[attribute], theirs[attribute]))
      merge.conflicts.push({ attribute, mine: mine[attribute], theirs: theirs[attribute] })
    else if (iChanged && !theyChanged) merge.mine.push(attribute)
    else if (theyChanged && !iChanged) merge.theirs.push(attribute)
  }
  return merge
}

/** The attributes that differ between two versions. */
export function changedAttributes(before: VehicleBody, after: VehicleBody): Attribute[] {
  return ATTRIBUTES.filter((attribute) => !isSame(before[attribute], after[attribute]))
}

/** The part of a version that holds these attributes: what a PATCH sends. */
export function pick(body: VehicleBody, attributes: readonly Attribute[]): VehicleBody {
  return Object.fromEntries(attributes.map((attribute) => [attribute, body[attribute]]))
}

/** Whether two values say the same; empty parts of an object count as absent, as the API leaves them out. */
function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(settled(one)) === JSON.stringify(settled(other))
}

function settled(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(settled)
  if (value === null || typeof value !== 'object') return value ?? null
  const parts = Object.entries(value)
    .filter(([, part]) => part !== null && part !== undefined && part !== false)
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return parts.length > 0 ? Object.fromEntries(parts.map(([name, part]) => [name, settled(part)])) : null
}
