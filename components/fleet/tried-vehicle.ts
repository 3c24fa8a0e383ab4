import { checkDraft, patchOf, type VehicleDraft } from '@/components/fleet/vehicle-draft'
import type { VehicleFields } from '@/components/fleet/vehicle-fields'
import type { PlanOverridesInput } from '@/lib/contract/plan-overrides'

/** What of a vehicle plans depend on. */
const PLANNED = [
  'fullChargeEnergykWh',
  'maxChargePowerkW',
  'minChargePowerkW',
  'minPreconditioningPowerkW',
  'supportsPauseResume',
  'enableChargeScheduling',
  'v2icpParameters',
  'preconditioning',
  'chargingCurve',
] as const

/** What is tried while a vehicle is edited; null where no plan depends on it, or something typed is no value. */
export function triedVehicle(vehicleId: string, before: VehicleFields, draft: VehicleDraft): PlanOverridesInput | null {
  const checked = checkDraft(draft)
  if (!('input' in checked)) return null
  const patch = patchOf(before, checked)
  const planned = PLANNED.flatMap((name) => (patch[name] === undefined ? [] : [[name, patch[name]] as const]))
  return planned.length === 0 ? null : { vehicles: [{ vehicleId, ...Object.fromEntries(planned) }] }
}
