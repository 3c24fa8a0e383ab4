import type { ChargingCurve } from '@/components/fleet/curve-draft'
import type { Vehicle, VehicleInput } from '@/lib/contract/vehicle'

export const SCALAR_FIELDS = [
  'name',
  'licensePlate',
  'evModel',
  'vin',
  'notes',
  'fullChargeEnergykWh',
  'maxChargePowerkW',
  'minChargePowerkW',
  'minPreconditioningPowerkW',
  'consumption',
  'supportsPauseResume',
  'enableChargeScheduling',
] as const
const V2ICP_FIELDS = ['preconditioning', 'interiorHvac', 'ambientTemp'] as const
const PRECONDITIONING_FIELDS = [
  'vehiclePreconditioningEnergykWh',
  'vehiclePreconditioningTimeMs',
  'batteryPreconditioningTimeMs',
] as const

export type ScalarField = (typeof SCALAR_FIELDS)[number]
export type NestedField =
  | `v2icpParameters.${(typeof V2ICP_FIELDS)[number]}`
  | `preconditioning.${(typeof PRECONDITIONING_FIELDS)[number]}`
/** What people change one at a time. A port is known by its MAC address, a depot by its id; a curve is one value. */
export type FieldName =
  | ScalarField
  | NestedField
  | 'chargingCurve'
  | `chargingPorts.${string}`
  | `locationUid.${string}`
  | `tokens.${string}`
export type PortField = { type: NonNullable<Vehicle['chargingPorts']>[number]['type']; inactive: boolean }
export type FieldValue = string | number | boolean | PortField | ChargingCurve
/** A vehicle's writable attributes by field; a field without a value is not there. Ports and depots keep their order. */
export type VehicleFields = ReadonlyMap<FieldName, FieldValue>

type Source = Partial<Omit<Vehicle, 'id' | 'v2icp'>> | VehicleInput

/** What a vehicle has where nothing is said. Source: the contract, Vehicle registry. */
const DEFAULTS: Partial<Record<ScalarField, FieldValue>> = {
  minChargePowerkW: 0,
  supportsPauseResume: false,
  enableChargeScheduling: true,
}

/** Takes a vehicle, or what is to be sent for one, apart into its fields; defaults filled in, a nested `false` is none. */
export function fieldsOf(vehicle: Source): VehicleFields {
  const fields = new Map<FieldName, FieldValue>()
  const put = (name: FieldName, value: FieldValue | null | undefined) => {
    if (value !== null && value !== undefined) fields.set(name, value)
  }
  for (const name of SCALAR_FIELDS) put(name, vehicle[name] ?? DEFAULTS[name])
  for (const name of V2ICP_FIELDS) put(`v2icpParameters.${name}`, unlessFalse(vehicle.v2icpParameters?.[name]))
  for (const name of PRECONDITIONING_FIELDS) put(`preconditioning.${name}`, vehicle.preconditioning?.[name])
  for (const { macAddress, type, inactive } of vehicle.chargingPorts ?? [])
    put(`chargingPorts.${macAddress}`, { type, inactive: inactive ?? false })
  for (const uid of [vehicle.locationUid ?? []].flat()) put(`locationUid.${uid}`, true)
  put('chargingCurve', vehicle.chargingCurve)
  for (const token of vehicle.tokens ?? []) put(`tokens.${token}`, true)
  return fields
}

function unlessFalse<T>(value: T): Exclude<T, false> | undefined {
  return value === false ? undefined : (value as Exclude<T, false>)
}

/** Whether a field's value is a charging curve. */
export function isCurve(value: FieldValue | undefined): value is ChargingCurve {
  return Array.isArray(value)
}

export function sameValue(one: FieldValue | undefined, other: FieldValue | undefined): boolean {
  if (isCurve(one) || isCurve(other)) return JSON.stringify(one) === JSON.stringify(other)
  if (typeof one !== 'object' || typeof other !== 'object') return one === other
  return one.type === other.type && one.inactive === other.inactive
}

/** The fields that differ, in the order of `after`, then those that are gone. */
export function changedFields(before: VehicleFields, after: VehicleFields): FieldName[] {
  const names = new Set([...after.keys(), ...before.keys()])
  return [...names].filter((name) => !sameValue(before.get(name), after.get(name)))
}

export function portsOf(fields: VehicleFields): { macAddress: string; type: PortField['type']; inactive?: true }[] {
  return below(fields, 'chargingPorts.').flatMap(([macAddress, value]) => {
    if (typeof value !== 'object' || isCurve(value)) return []
    return [{ macAddress, type: value.type, ...(value.inactive && { inactive: true as const }) }]
  })
}

export function tokensOf(fields: VehicleFields): string[] {
  return below(fields, 'tokens.').map(([token]) => token)
}

export function locationUidsOf(fields: VehicleFields): string[] {
  return below(fields, 'locationUid.').map(([uid]) => uid)
}

function below(fields: VehicleFields, start: string): [string, FieldValue][] {
  return [...fields].flatMap(([name, value]) => (name.startsWith(start) ? [[name.slice(start.length), value]] : []))
}

/**
 * What turns the one into the other, as a JSON Merge Patch (RFC 7396): only what differs, null for what is gone; ports
 * and depots whole where one of them differs. As a PUT's body: `patchBetween(fieldsOf({}), fields)`.
 */
export function patchBetween(before: VehicleFields, after: VehicleFields): VehicleInput {
  const patch: Record<string, unknown> = {}
  for (const name of changedFields(before, after)) {
    const [group = name, key] = name.split('.', 2)
    if (group === 'chargingPorts') patch.chargingPorts = portsOf(after)
    else if (group === 'tokens') patch.tokens = tokensOf(after)
    else if (group === 'locationUid') patch.locationUid = locationUidsOf(after)
    else if (key) patch[group] = { ...(patch[group] as object | undefined), [key]: after.get(name) ?? null }
    else patch[group] = after.get(name) ?? null
  }
  return patch as VehicleInput
}
