import type { VehicleInput } from '@/lib/contract/vehicle'
import type { Fault } from '@/lib/errors'

export type Port = { macAddress: string; type: string; inactive?: boolean }

/** The writable attributes of a vehicle in our own form: defaults filled in, absent where there is no value. */
export type VehicleAttributes = {
  name?: string
  evModel?: string
  licensePlate?: string
  notes?: string
  vin?: string
  fullChargeEnergykWh?: number
  maxChargePowerkW?: number
  minChargePowerkW: number
  minPreconditioningPowerkW?: number
  consumption?: number
  supportsPauseResume: boolean
  enableChargeScheduling: boolean
  locationUids: string[]
  chargingPorts: Port[]
  v2icpParameters?: { ambientTemp?: number; interiorHvac?: string; preconditioning?: boolean }
  preconditioning?: {
    vehiclePreconditioningEnergykWh?: number
    vehiclePreconditioningTimeMs?: number
    batteryPreconditioningTimeMs?: number
  }
  chargingCurve?: { soc: number; powerkW: number }[]
  /** Each once; OCPP's identifiers know no upper and lower case. */
  tokens?: string[]
}

/** A vehicle of which nothing is said. */
export const BLANK: VehicleAttributes = {
  minChargePowerkW: 0,
  supportsPauseResume: false,
  enableChargeScheduling: true,
  locationUids: [],
  chargingPorts: [],
}

const DEFAULTS: Partial<VehicleAttributes> = BLANK
const SCALARS = [
  'name',
  'evModel',
  'licensePlate',
  'notes',
  'vin',
  'fullChargeEnergykWh',
  'maxChargePowerkW',
  'minChargePowerkW',
  'minPreconditioningPowerkW',
  'consumption',
  'supportsPauseResume',
  'enableChargeScheduling',
  'chargingCurve',
] as const

/** PUT: what is left out or null goes back to its default. */
export function replaced(input: VehicleInput): VehicleAttributes {
  const said = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== null)) as VehicleInput
  return merged(BLANK, said)
}

/** PATCH (RFC 7396): what is left out stays, null clears, objects merge, arrays replace. */
export function merged(current: VehicleAttributes, patch: VehicleInput): VehicleAttributes {
  const next: Record<string, unknown> = { ...current }
  for (const name of SCALARS) if (patch[name] !== undefined) next[name] = patch[name] ?? DEFAULTS[name]
  if (patch.locationUid !== undefined) next.locationUids = locationUidsOf(patch.locationUid)
  if (patch.v2icpParameters !== undefined)
    next.v2icpParameters = mergedObject(current.v2icpParameters, patch.v2icpParameters)
  if (patch.preconditioning !== undefined)
    next.preconditioning = mergedObject(current.preconditioning, patch.preconditioning)
  if (patch.tokens !== undefined) next.tokens = patch.tokens?.length ? patch.tokens : undefined
  next.chargingPorts = mergedPorts(current.chargingPorts, patch)
  return withoutUndefined(next) as VehicleAttributes
}

/** Each location once, in the sender's order. */
function locationUidsOf(value: string | string[] | null): string[] {
  return value === null ? [] : [...new Set(typeof value === 'string' ? [value] : value)]
}

function mergedObject<T extends object>(current: object | undefined, patch: T | null): object | undefined {
  if (patch === null) return undefined
  const next = Object.fromEntries(
    Object.entries({ ...current, ...withoutUndefined(patch) }).filter(([, value]) => value !== null),
  )
  return Object.keys(next).length > 0 ? next : undefined
}

/** `chargingPorts` wins; `evMacAddress` alone sets, adds or removes the first active port. */
function mergedPorts(current: Port[], patch: VehicleInput): Port[] {
  if (patch.chargingPorts !== undefined) return (patch.chargingPorts ?? []).map(portOf)
  if (patch.evMacAddress === undefined) return current
  const first = firstActive(current)
  if (patch.evMacAddress === null) return current.filter((port) => port !== first)
  const macAddress = patch.evMacAddress
  if (!first) return [...current, { macAddress, type: 'CCS2' }]
  return current.map((port) => (port === first ? { ...port, macAddress } : port))
}

function portOf({ macAddress, type, inactive }: { macAddress: string; type: string; inactive?: boolean | null }): Port {
  return inactive == null ? { macAddress, type } : { macAddress, type, inactive }
}

/** The port that `evMacAddress` mirrors. */
export function firstActive(ports: readonly Port[]): Port | undefined {
  return ports.find((port) => port.inactive !== true)
}

/** Faults of values that are impossible together (422). */
export function impossibilities(vehicle: VehicleAttributes): Fault[] {
  return [...chargingFaults(vehicle), ...repeatedAddresses(vehicle), ...repeatedTokens(vehicle)]
}

/** What a vehicle charges with. */
export type ChargingAttributes = Pick<
  VehicleAttributes,
  'minChargePowerkW' | 'maxChargePowerkW' | 'minPreconditioningPowerkW' | 'chargingCurve'
>

/** Those of them that plans are made from. */
export function chargingFaults(vehicle: ChargingAttributes): Fault[] {
  const faults: Fault[] = []
  const { minChargePowerkW, maxChargePowerkW, minPreconditioningPowerkW } = vehicle
  if (maxChargePowerkW !== undefined && minChargePowerkW > maxChargePowerkW)
    faults.push({ path: 'minChargePowerkW', message: `must not be above maxChargePowerkW (${maxChargePowerkW})` })
  if (maxChargePowerkW !== undefined && (minPreconditioningPowerkW ?? 0) > maxChargePowerkW)
    faults.push({
      path: 'minPreconditioningPowerkW',
      message: `must not be above maxChargePowerkW (${maxChargePowerkW})`,
    })
  return [...faults, ...curveFaults(vehicle)]
}

function repeatedAddresses({ chargingPorts }: VehicleAttributes): Fault[] {
  const faults: Fault[] = []
  const seen = new Set<string>()
  chargingPorts.forEach(({ macAddress }, index) => {
    if (seen.has(macAddress))
      faults.push({
        path: `chargingPorts[${index}].macAddress`,
        message: `is the address of another port here (${macAddress})`,
      })
    seen.add(macAddress)
  })
  return faults
}

function curveFaults({ chargingCurve = [] }: ChargingAttributes): Fault[] {
  return chargingCurve.flatMap(({ soc }, index) => {
    const before = chargingCurve[index - 1]
    if (!before || before.soc < soc) return []
    return [{ path: `chargingCurve[${index}].soc`, message: `must be above that of the point before (${before.soc})` }]
  })
}

function repeatedTokens({ tokens = [] }: VehicleAttributes): Fault[] {
  const same = tokens.map(sameToken)
  return same.flatMap((token, index) =>
    same.indexOf(token) < index
      ? [{ path: `tokens[${index}]`, message: `is another token here in upper or lower case (${tokens[index]})` }]
      : [],
  )
}

/** Tokens that are alike but for upper and lower case are one; the unique index says the same with `lower`. */
export function sameToken(token: string): string {
  return token.toLowerCase()
}

function withoutUndefined<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined)) as T
}
