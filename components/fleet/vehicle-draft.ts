import { type ChargingCurve, type CurveDraft, curveDraftOf, curveInputOf } from '@/components/fleet/curve-draft'
import {
  type FieldName,
  fieldsOf,
  isCurve,
  locationUidsOf,
  type PortField,
  patchBetween,
  portsOf,
  tokensOf,
  type VehicleFields,
} from '@/components/fleet/vehicle-fields'
import { numberOf, quantityOf, typedNumber } from '@/components/format/typed-number'
import { VehicleInput } from '@/lib/contract/vehicle'
import { MINUTE_MS } from '@/lib/time/interval'

const TEXTS = ['name', 'licensePlate', 'evModel', 'vin', 'notes'] as const
const NUMBERS = [
  'fullChargeEnergykWh',
  'maxChargePowerkW',
  'minChargePowerkW',
  'minPreconditioningPowerkW',
  'consumption',
  'v2icpParameters.ambientTemp',
  'preconditioning.vehiclePreconditioningEnergykWh',
] as const
/** The contract has milliseconds; people have minutes. */
const MINUTES = [
  'preconditioning.vehiclePreconditioningTimeMs',
  'preconditioning.batteryPreconditioningTimeMs',
] as const
const SWITCHES = ['supportsPauseResume', 'enableChargeScheduling', 'v2icpParameters.preconditioning'] as const

export type NumberName = (typeof NUMBERS)[number] | (typeof MINUTES)[number]
export type ValueName = (typeof TEXTS)[number] | NumberName | 'v2icpParameters.interiorHvac'
export type SwitchName = (typeof SWITCHES)[number]
/** `key` keeps a row's identity while its address is typed. */
export type PortDraft = { key: number; macAddress: string; type: PortField['type']; inactive: boolean }

/** A vehicle while it is edited: text as it is typed, empty for none. */
export type VehicleDraft = {
  values: Record<ValueName, string>
  switches: Record<SwitchName, boolean>
  ports: readonly PortDraft[]
  locationUids: readonly string[]
  curve: CurveDraft
  /** One a line. */
  tokens: string
}

let lastKey = 0

/** A port that nobody has filled in. */
export function emptyPort(): PortDraft {
  lastKey += 1
  return { key: lastKey, macAddress: '', type: 'CCS2', inactive: false }
}

/** The draft that shows a vehicle as it is, with numbers in the reader's writing. */
export function draftOf(fields: VehicleFields, locale: string): VehicleDraft {
  const text = (name: FieldName) => {
    const value = fields.get(name)
    return typeof value === 'number' ? typedNumber(value, locale) : String(value ?? '')
  }
  const minutes = (name: FieldName) => {
    const ms = fields.get(name)
    return typeof ms === 'number' ? typedNumber(ms / MINUTE_MS, locale) : ''
  }
  return {
    values: {
      ...record([...TEXTS, ...NUMBERS, 'v2icpParameters.interiorHvac'] as const, text),
      ...record(MINUTES, minutes),
    },
    switches: record(SWITCHES, (name) => fields.get(name) === true),
    ports: portsOf(fields).map((port) => ({ ...emptyPort(), inactive: false, ...port })),
    locationUids: locationUidsOf(fields),
    curve: curveDraftOf(curveOf(fields), locale),
    tokens: tokensOf(fields).join('\n'),
  }
}

function curveOf(fields: VehicleFields): ChargingCurve {
  const value = fields.get('chargingCurve')
  return isCurve(value) ? value : []
}

function record<Name extends string, T>(names: readonly Name[], value: (name: Name) => T): Record<Name, T> {
  return Object.fromEntries(names.map((name) => [name, value(name)])) as Record<Name, T>
}

export type CheckedDraft = { input: VehicleInput; fields: VehicleFields } | { faults: Readonly<Record<string, string>> }

/**
 * Reads a draft by the contract's own schema.
 * @returns what to send and its fields; or the schema's messages by path, in the API's writing (`chargingPorts[0].type`)
 */
export function checkDraft(draft: VehicleDraft): CheckedDraft {
  const result = VehicleInput.safeParse(inputOf(draft))
  if (result.success) return { input: result.data, fields: fieldsOf(result.data) }
  const faults: Record<string, string> = {}
  for (const { path, message } of result.error.issues) faults[pathOf(path)] ??= message
  return { faults }
}

/** Powers and energies: what may be written in groups of three is asked for again. */
const IN_KW: ReadonlySet<NumberName> = new Set([
  ...(['fullChargeEnergykWh', 'maxChargePowerkW', 'minChargePowerkW', 'minPreconditioningPowerkW'] as const),
  'preconditioning.vehiclePreconditioningEnergykWh',
])

/** What a draft says, unchecked: what is not a number stays text, so that the schema's sentence comes to its field. */
function inputOf({ values, switches, ports, locationUids, curve, tokens }: VehicleDraft): object {
  const number = (name: NumberName) => {
    const value = (IN_KW.has(name) ? quantityOf : numberOf)(values[name])
    return values[name].trim() === '' ? null : Number.isFinite(value) ? value : values[name]
  }
  const time = (name: (typeof MINUTES)[number]) => {
    const minutes = number(name)
    return typeof minutes === 'number' ? Math.round(minutes * MINUTE_MS * 1e3) / 1e3 : minutes
  }
  return {
    ...record(TEXTS, (name) => values[name].trim() || null),
    fullChargeEnergykWh: number('fullChargeEnergykWh'),
    maxChargePowerkW: number('maxChargePowerkW'),
    minChargePowerkW: number('minChargePowerkW'),
    minPreconditioningPowerkW: number('minPreconditioningPowerkW'),
    consumption: number('consumption'),
    supportsPauseResume: switches.supportsPauseResume,
    enableChargeScheduling: switches.enableChargeScheduling,
    v2icpParameters: {
      preconditioning: switches['v2icpParameters.preconditioning'],
      interiorHvac: values['v2icpParameters.interiorHvac'] || null,
      ambientTemp: number('v2icpParameters.ambientTemp'),
    },
    preconditioning: {
      vehiclePreconditioningEnergykWh: number('preconditioning.vehiclePreconditioningEnergykWh'),
      vehiclePreconditioningTimeMs: time('preconditioning.vehiclePreconditioningTimeMs'),
      batteryPreconditioningTimeMs: time('preconditioning.batteryPreconditioningTimeMs'),
    },
    chargingPorts: ports.map(({ macAddress, type, inactive }) => ({
      macAddress: macAddress.trim(),
      type,
      ...(inactive && { inactive }),
    })),
    locationUid: [...locationUids],
    chargingCurve: curveInputOf(curve),
    tokens: linesOf(tokens),
  }
}

/** What was typed in each line that is not empty. */
function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

/** What has to be sent so that the vehicle becomes as it was typed; ports whole and as typed, a repeated one included. */
export function patchOf(before: VehicleFields, { input, fields }: Extract<CheckedDraft, { input: unknown }>) {
  const patch = patchBetween(before, fields)
  const repeated = (input.chargingPorts?.length ?? 0) !== portsOf(fields).length
  return patch.chargingPorts || repeated ? { ...patch, chargingPorts: input.chargingPorts } : patch
}

/** `['chargingPorts', 0, 'type']` as the API writes it: `chargingPorts[0].type`. */
function pathOf(path: readonly PropertyKey[]): string {
  return path
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
    .join('')
    .replace(/^\./, '')
}
