import { checkDraft, patchOf, type VehicleDraft } from '@/components/fleet/vehicle-draft'
import type { VehicleFields } from '@/components/fleet/vehicle-fields'
import type { PlanOverridesInput } from '@/lib/contract/plan-overrides'
import { plannedAttributes } from '@/lib/contract/planned-attributes'

/** What is tried while a vehicle is edited; null where no plan depends on it, or something typed is no value. */
export function triedVehicle(vehicleId: string, before: VehicleFields, draft: VehicleDraft): PlanOverridesInput | null {
  const checked = checkDraft(draft)
  if (!('input' in checked)) return null
  return triedOf([vehicleId], patchOf(before, checked))
}

/** So many vehicles can be tried with other attributes at once. */
const MOST_TRIED = 1_000

/** What is tried while many vehicles are edited. Another depot is not among it: schedules stay at theirs, so no plan changes by that. */
export function triedVehicles(vehicleIds: readonly string[], said: Record<string, unknown>): PlanOverridesInput | null {
  return vehicleIds.length > MOST_TRIED ? null : triedOf(vehicleIds, said)
}

function triedOf(vehicleIds: readonly string[], said: Readonly<Record<string, unknown>>): PlanOverridesInput | null {
  const planned = plannedAttributes(said)
  if (Object.keys(planned).length === 0) return null
  return { vehicles: vehicleIds.map((vehicleId) => ({ vehicleId, ...planned })) }
}
