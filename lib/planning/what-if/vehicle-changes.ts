import type { PlanOverrides } from '@/lib/contract/plan-overrides'
import type { DepotStay, DepotVehicle } from '@/lib/stays/depot-stay'

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

/** A stay of the vehicle as a PATCH of it would leave it: what is left out stays, null goes back to its default. */
export function withVehicleChange(stay: DepotStay, change: VehicleChange): DepotStay {
  const said = ATTRIBUTES.flatMap(([name, own, unsaid]) =>
    change[name] === undefined ? [] : [[own, change[name] ?? unsaid] as const],
  )
  const objects = OBJECTS.flatMap((name) =>
    change[name] === undefined ? [] : [[name, change[name] && { ...stay.vehicle[name], ...change[name] }] as const],
  )
  return { ...stay, vehicle: { ...stay.vehicle, ...Object.fromEntries([...said, ...objects]) } }
}
