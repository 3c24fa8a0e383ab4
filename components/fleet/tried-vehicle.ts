import { checkDraft, patchOf, type VehicleDraft } from '@/components/fleet/vehicle-draft'
import type { VehicleFields } from '@/components/fleet/vehicle-fields'
import type { PlanOverridesInput } from '@/lib/contract/plan-overrides'
import { plannedAttributes } from '@/lib/contract/planned-attributes'

/** What is tried while a vehicle is edited; null where no plan depends on it, or something typed is no value. */
export function triedVehicle(vehicleId: string, before: VehicleFields, draft: VehicleDraft): PlanOverridesInput | null {
  const checked = checkDraft(draft)
  if (!('input' in checked)) return null
  const planned = plannedAttributes(patchOf(before, checked))
  return Object.keys(planned).length > 0 ? { vehicles: [{ vehicleId, ...planned }] } : null
}
