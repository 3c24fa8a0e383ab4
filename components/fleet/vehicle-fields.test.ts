import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fieldsOf, patchBetween } from '@/components/fleet/vehicle-fields'
import { anyVehicle } from '@/components/fleet/vehicle-fields.arbitrary'
import { VehicleInput } from '@/lib/contract/vehicle'

/** RFC 7396, as the RFC writes it. */
function mergePatch(target: unknown, patch: unknown): unknown {
  if (typeof patch !== 'object' || patch === null || Array.isArray(patch)) return patch
  const result: Record<string, unknown> = typeof target === 'object' && target !== null ? { ...target } : {}
  for (const [name, value] of Object.entries(patch)) {
    if (value === null) delete result[name]
    else result[name] = mergePatch(result[name], value)
  }
  return result
}

test('the patch between two vehicles makes the one into the other, and the contract takes it', () => {
  fc.assert(
    fc.property(anyVehicle, anyVehicle, (before, after) => {
      const patch = patchBetween(fieldsOf(before), fieldsOf(after))
      expect(fieldsOf(mergePatch(before, patch) as VehicleInput)).toEqual(fieldsOf(after))
      expect(VehicleInput.safeParse(patch).success).toBe(true)
    }),
  )
})

test('nothing is sent for what is the same, and for a new vehicle only what is said', () => {
  fc.assert(
    fc.property(anyVehicle, (vehicle) => {
      expect(patchBetween(fieldsOf(vehicle), fieldsOf(vehicle))).toEqual({})
    }),
  )
  const said = { name: 'Bus 7', locationUid: ['north'], v2icpParameters: { ambientTemp: 0 } }
  expect(patchBetween(fieldsOf({}), fieldsOf(said))).toEqual(said)
})
