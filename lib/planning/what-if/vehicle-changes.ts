import type { PlanOverrides } from '@/lib/contract/plan-overrides'
import type { Fault } from '@/lib/errors'
import type { DepotVehicle } from '@/lib/stays/depot-stay'
import { chargingFaults } from '@/lib/vehicles/attributes'

export type VehicleChange = NonNullable<PlanOverrides['vehicles']>[number]

/** What planning calls the attributes of a vehicle, and what each is where nobody has said it. */
const ATTRIBUTES = [
  ['fullChargeEnergykWh', 'batterySizeKwh', null],
  ['maxChargePowerkW', 'maxPowerKw', null],
  ['minChargePowerkW', 'minPowerKw', 0],
  ['minPreconditioningPowerkW', 'minPreconditioningPowerKw', null],
  ['supportsPauseResume', 'supportsPausing', false],
  ['enableChargeScheduling', 'enableChargeScheduling', true],
  ['chargingCurve', 'chargingCurve', null],
] as const satisfies readonly (readonly [keyof VehicleChange, keyof DepotVehicle, unknown])[]

const OBJECTS = ['v2icpParameters', 'preconditioning'] as const

/** The vehicle as a PATCH of it would leave it: what is left out stays, null goes back to its default. */
export function changedVehicle(vehicle: DepotVehicle, change: VehicleChange): DepotVehicle {
  const said = ATTRIBUTES.flatMap(([name, own, unsaid]) =>
    change[name] === undefined ? [] : [[own, change[name] ?? unsaid] as const],
  )
  const objects = OBJECTS.flatMap((name) =>
    change[name] === undefined ? [] : [[name, change[name] && { ...vehicle[name], ...change[name] }] as const],
  )
  return { ...vehicle, ...Object.fromEntries([...said, ...objects]) }
}

/** For what its PATCH would be refused. */
export function vehicleFaults(vehicle: DepotVehicle): Fault[] {
  return chargingFaults({
    minChargePowerkW: vehicle.minPowerKw,
    maxChargePowerkW: vehicle.maxPowerKw ?? undefined,
    minPreconditioningPowerkW: vehicle.minPreconditioningPowerKw ?? undefined,
    chargingCurve: vehicle.chargingCurve ?? undefined,
  })
}
