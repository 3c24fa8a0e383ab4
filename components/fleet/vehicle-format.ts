import type { ChargingCurve } from '@/components/fleet/curve-draft'
import type { NumberName } from '@/components/fleet/vehicle-draft'
import {
  type FieldName,
  type FieldValue,
  isCurve,
  type NestedField,
  type ScalarField,
} from '@/components/fleet/vehicle-fields'
import { numberWords } from '@/components/format/number-format'
import type { LabelKey, Text } from '@/components/messages/text'

/** What each field is called, in the form and where changes are compared. */
export const FIELD_LABELS: Record<ScalarField | NestedField, LabelKey> = {
  name: 'vehicleForm.name',
  licensePlate: 'vehicleForm.licensePlate',
  evModel: 'vehicleForm.evModel',
  vin: 'vehicleForm.vin',
  notes: 'vehicleForm.notes',
  fullChargeEnergykWh: 'vehicleForm.fullChargeEnergykWh',
  maxChargePowerkW: 'vehicleForm.maxChargePowerkW',
  minChargePowerkW: 'vehicleForm.minChargePowerkW',
  minPreconditioningPowerkW: 'vehicleForm.minPreconditioningPower',
  consumption: 'vehicleForm.consumption',
  supportsPauseResume: 'vehicleForm.supportsPauseResume',
  enableChargeScheduling: 'vehicleForm.enableChargeScheduling',
  'v2icpParameters.preconditioning': 'vehicleForm.precondition',
  'v2icpParameters.interiorHvac': 'vehicleForm.interiorHvac',
  'v2icpParameters.ambientTemp': 'vehicleForm.ambientTemp',
  'preconditioning.vehiclePreconditioningEnergykWh': 'vehicleForm.preconditioningEnergy',
  'preconditioning.vehiclePreconditioningTimeMs': 'vehicleForm.vehicleTime',
  'preconditioning.batteryPreconditioningTimeMs': 'vehicleForm.batteryTime',
}

/** The units that people read and write them in. */
export const FIELD_UNITS: Record<NumberName, LabelKey> = {
  fullChargeEnergykWh: 'unit.kwh',
  maxChargePowerkW: 'unit.kw',
  minChargePowerkW: 'unit.kw',
  minPreconditioningPowerkW: 'unit.kw',
  consumption: 'unit.whPerKm',
  'v2icpParameters.ambientTemp': 'unit.celsius',
  'preconditioning.vehiclePreconditioningEnergykWh': 'unit.kwh',
  'preconditioning.vehiclePreconditioningTimeMs': 'unit.minutes',
  'preconditioning.batteryPreconditioningTimeMs': 'unit.minutes',
}

export type WordsOfField = { text: Text; locale: string; depotName: (uid: string) => string }

/** A field's name: `Battery size`, `Charging port 00:1A:…`, `Depot North`. */
export function fieldLabel(field: FieldName, { text, depotName }: WordsOfField): string {
  if (field === 'chargingCurve') return text('vehicleForm.chargingCurve')
  if (isNamed(field)) return text(FIELD_LABELS[field])
  const key = field.slice(field.indexOf('.') + 1)
  if (field.startsWith('tokens.')) return text('merge.token', { token: key })
  return field.startsWith('chargingPorts.')
    ? text('merge.port', { address: key })
    : text('merge.depot', { depot: depotName(key) })
}

/** A field's value in a few words: `420 kWh`, `CCS2, not in use`, `on`. */
export function valueWords(field: FieldName, value: FieldValue | undefined, { text, locale }: WordsOfField): string {
  if (value === undefined) return text(isListed(field) ? 'merge.absent' : 'merge.empty')
  if (isCurve(value)) return curveWords(value, { text, locale })
  if (typeof value === 'object') return value.inactive ? text('merge.portInactive', { type: value.type }) : value.type
  if (isListed(field)) return text('merge.present')
  if (typeof value === 'boolean') return text(value ? 'fleet.on' : 'fleet.off')
  if (typeof value === 'number') return numberWithUnit(field, value, { text, locale })
  return field === 'v2icpParameters.interiorHvac' && isHvac(value) ? text(`vehicleForm.hvac.${value}`) : value
}

function isListed(field: FieldName): boolean {
  return ['chargingPorts.', 'locationUid.', 'tokens.'].some((list) => field.startsWith(list))
}

/** A charging curve in words: `0 %: 150 kW, 80 %: 150 kW, 100 %: 40 kW`. */
export function curveWords(curve: ChargingCurve, { text, locale }: Pick<WordsOfField, 'text' | 'locale'>): string {
  const words = (value: number) => numberWords(value, locale, Number.isInteger(value) ? 0 : 1)
  return curve
    .map(({ soc, powerkW }) => text('vehicleForm.curvePoint', { soc: words(soc), power: words(powerkW) }))
    .join(', ')
}

/** A number of the contract as people read it; its milliseconds are minutes. */
export function numberWithUnit(
  field: FieldName,
  value: number,
  { text, locale }: Pick<WordsOfField, 'text' | 'locale'>,
): string {
  const shown = field.endsWith('TimeMs') ? value / 60_000 : value
  const digits = Number.isInteger(shown) ? 0 : 1
  const unit = hasUnit(field) ? ` ${text(FIELD_UNITS[field])}` : ''
  return `${numberWords(shown, locale, digits)}${unit}`
}

function isNamed(field: FieldName): field is ScalarField | NestedField {
  return Object.hasOwn(FIELD_LABELS, field)
}

function hasUnit(field: FieldName): field is NumberName {
  return Object.hasOwn(FIELD_UNITS, field)
}

const HVAC = [
  'HotWaterAndHeating',
  'NoHotWaterCoolingOrVentilation',
  'NoPreconditioning',
  'OnlyHotWaterAndVentilation',
] as const

function isHvac(value: string): value is (typeof HVAC)[number] {
  return HVAC.some((one) => one === value)
}
