import type { z } from 'zod'
import type { INTERIOR_HVAC, PORT_TYPES, Vehicle, VehicleInput } from '@/lib/contract/vehicle'

/** What PUT and PATCH of a vehicle take, as it is on the wire. */
export type VehicleBody = z.input<typeof VehicleInput>

export type PortDraft = { key: number; macAddress: string; type: (typeof PORT_TYPES)[number]; inactive: boolean }

/** A vehicle as its form holds it: numbers are still text, as typed. */
export type VehicleDraft = {
  name: string
  evModel: string
  licensePlate: string
  vin: string
  notes: string
  locationUid: string[]
  fullChargeEnergykWh: string
  maxChargePowerkW: string
  minChargePowerkW: string
  consumption: string
  supportsPauseResume: boolean
  enableChargeScheduling: boolean
  chargingPorts: PortDraft[]
  precondition: boolean
  interiorHvac: (typeof INTERIOR_HVAC)[number] | ''
  preconditioningEnergykWh: string
  vehicleMinutes: string
  batteryMinutes: string
}

const MINUTE_MS = 60_000
const written = (value: number | undefined) => (value === undefined ? '' : String(value))
const minutes = (ms: number | undefined) => (ms === undefined ? '' : String(ms / MINUTE_MS))

/** The draft of a vehicle, or of a new one at a depot. */
export function draftOf(vehicle: Partial<Vehicle>): VehicleDraft {
  const { preconditioning, v2icpParameters } = vehicle
  return {
    name: vehicle.name ?? '',
    evModel: vehicle.evModel ?? '',
    licensePlate: vehicle.licensePlate ?? '',
    vin: vehicle.vin ?? '',
    notes: vehicle.notes ?? '',
    locationUid: vehicle.locationUid ?? [],
    fullChargeEnergykWh: written(vehicle.fullChargeEnergykWh),
    maxChargePowerkW: written(vehicle.maxChargePowerkW),
    minChargePowerkW: written(vehicle.minChargePowerkW ?? 0),
    consumption: written(vehicle.consumption),
    supportsPauseResume: vehicle.supportsPauseResume ?? false,
    enableChargeScheduling: vehicle.enableChargeScheduling ?? true,
    chargingPorts: (vehicle.chargingPorts ?? []).map((port, key) => ({
      key,
      ...port,
      inactive: port.inactive ?? false,
    })),
    precondition: v2icpParameters?.preconditioning ?? false,
    interiorHvac: v2icpParameters?.interiorHvac ?? '',
    preconditioningEnergykWh: written(preconditioning?.vehiclePreconditioningEnergykWh),
    vehicleMinutes: minutes(preconditioning?.vehiclePreconditioningTimeMs),
    batteryMinutes: minutes(preconditioning?.batteryPreconditioningTimeMs),
  }
}

/** Reads a number as people type it, with a comma or a point; NaN where it is none, null where there is nothing. */
function numberOf(text: string): number | null {
  const trimmed = text.trim().replace(',', '.')
  return trimmed === '' ? null : /^[-+]?(\d+\.?\d*|\.\d+)$/.test(trimmed) ? Number(trimmed) : Number.NaN
}

function millisecondsOf(text: string): number | null {
  const value = numberOf(text)
  return value === null ? null : Math.round(value * MINUTE_MS)
}

/** Every attribute that the form shows, as the API takes it; what is empty is null. */
export function bodyOf(draft: VehicleDraft): Record<(typeof ATTRIBUTES)[number], unknown> & VehicleBody {
  const some = (text: string) => text.trim() || null
  return {
    name: some(draft.name),
    evModel: some(draft.evModel),
    licensePlate: some(draft.licensePlate),
    vin: some(draft.vin),
    notes: draft.notes.trim() ? draft.notes : null,
    locationUid: draft.locationUid.length > 0 ? draft.locationUid : null,
    fullChargeEnergykWh: numberOf(draft.fullChargeEnergykWh),
    maxChargePowerkW: numberOf(draft.maxChargePowerkW),
    minChargePowerkW: numberOf(draft.minChargePowerkW) ?? 0,
    consumption: numberOf(draft.consumption),
    supportsPauseResume: draft.supportsPauseResume,
    enableChargeScheduling: draft.enableChargeScheduling,
    chargingPorts: draft.chargingPorts.map(({ macAddress, type, inactive }) => ({
      macAddress: macAddress.trim(),
      type,
      ...(inactive ? { inactive } : {}),
    })),
    v2icpParameters: { preconditioning: draft.precondition, interiorHvac: draft.interiorHvac || null },
    preconditioning: {
      vehiclePreconditioningEnergykWh: numberOf(draft.preconditioningEnergykWh),
      vehiclePreconditioningTimeMs: millisecondsOf(draft.vehicleMinutes),
      batteryPreconditioningTimeMs: millisecondsOf(draft.batteryMinutes),
    },
  }
}

/** The attributes that the form changes, each a whole: two people's changes are merged attribute by attribute. */
export const ATTRIBUTES = [
  'name',
  'evModel',
  'licensePlate',
  'vin',
  'notes',
  'locationUid',
  'fullChargeEnergykWh',
  'maxChargePowerkW',
  'minChargePowerkW',
  'consumption',
  'supportsPauseResume',
  'enableChargeScheduling',
  'chargingPorts',
  'v2icpParameters',
  'preconditioning',
] as const
export type Attribute = (typeof ATTRIBUTES)[number]
