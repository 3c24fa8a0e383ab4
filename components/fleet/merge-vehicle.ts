import {
  changedFields,
  type FieldName,
  type FieldValue,
  sameValue,
  type VehicleFields,
} from '@/components/fleet/vehicle-fields'

export type FieldChange = { field: FieldName; before: FieldValue | undefined; after: FieldValue | undefined }
/** A field that two people gave different values. */
export type Collision = {
  field: FieldName
  before: FieldValue | undefined
  theirs: FieldValue | undefined
  mine: FieldValue | undefined
}
export type Side = 'theirs' | 'mine'
export type VehicleMerge = {
  /** What only they changed, or both to the same value: it stays as it is stored. */
  theirs: readonly FieldChange[]
  /** What only I changed: it is saved. */
  mine: readonly FieldChange[]
  /** What somebody has to decide. */
  collisions: readonly Collision[]
}

/**
 * Compares two people's changes of one vehicle, field by field.
 * @param base what both began with; `theirs` what is stored now; `mine` what I want
 */
export function mergeVehicle(base: VehicleFields, theirs: VehicleFields, mine: VehicleFields): VehicleMerge {
  const theirFields = changedFields(base, theirs)
  const myFields = changedFields(base, mine)
  const isMine = new Set(myFields)
  const isTheirs = new Set(theirFields)
  const agreed = (field: FieldName) => sameValue(theirs.get(field), mine.get(field))
  const changeTo = (after: VehicleFields) => (field: FieldName) => ({
    field,
    before: base.get(field),
    after: after.get(field),
  })
  return {
    theirs: theirFields.filter((field) => !isMine.has(field) || agreed(field)).map(changeTo(theirs)),
    mine: myFields.filter((field) => !isTheirs.has(field)).map(changeTo(mine)),
    collisions: theirFields
      .filter((field) => isMine.has(field) && !agreed(field))
      .map((field) => ({
        field,
        before: base.get(field),
        theirs: theirs.get(field),
        mine: mine.get(field),
      })),
  }
}

/** The vehicle with both people's changes; a collision without a choice stays as it is stored. */
export function applyMerge(
  theirs: VehicleFields,
  { mine, collisions }: VehicleMerge,
  choices: ReadonlyMap<FieldName, Side>,
): VehicleFields {
  const merged = new Map(theirs)
  const set = (field: FieldName, value: FieldValue | undefined) => {
    if (value === undefined) merged.delete(field)
    else merged.set(field, value)
  }
  for (const { field, after } of mine) set(field, after)
  for (const collision of collisions) if (choices.get(collision.field) === 'mine') set(collision.field, collision.mine)
  return merged
}
