import type { LabelKey, Text } from '@/components/messages/write-text'

type FormNames = Readonly<Record<string, LabelKey>>

/** What the form of a vehicle calls its properties; one inside of another by its path. */
export const VEHICLE_FORM: FormNames = {
  id: 'vehicleForm.id',
  name: 'vehicleForm.name',
  evModel: 'vehicleForm.evModel',
  licensePlate: 'vehicleForm.licensePlate',
  vin: 'vehicleForm.vin',
  notes: 'vehicleForm.notes',
  locationUid: 'vehicleForm.locationUid',
  fullChargeEnergykWh: 'vehicleForm.fullChargeEnergykWh',
  maxChargePowerkW: 'vehicleForm.maxChargePowerkW',
  minChargePowerkW: 'vehicleForm.minChargePowerkW',
  minPreconditioningPowerkW: 'vehicleForm.minPreconditioningPower',
  consumption: 'vehicleForm.consumption',
  chargingCurve: 'vehicleForm.chargingCurve',
  chargingPorts: 'vehicleForm.ports',
  'chargingPorts.macAddress': 'vehicleForm.macAddress',
  'chargingPorts.type': 'import.portType',
  'chargingPorts.inactive': 'vehicleForm.inactive',
  macAddress: 'vehicleForm.macAddress',
  portType: 'import.portType',
  supportsPauseResume: 'vehicleForm.supportsPauseResume',
  enableChargeScheduling: 'vehicleForm.enableChargeScheduling',
  tokens: 'vehicleForm.tokens',
  'v2icpParameters.preconditioning': 'vehicleForm.precondition',
  'v2icpParameters.interiorHvac': 'vehicleForm.interiorHvac',
  'v2icpParameters.ambientTemp': 'vehicleForm.ambientTemp',
  preconditioning: 'vehicleForm.preconditioning',
  'preconditioning.vehiclePreconditioningEnergykWh': 'vehicleForm.preconditioningEnergy',
  'preconditioning.vehiclePreconditioningTimeMs': 'vehicleForm.vehicleTime',
  'preconditioning.batteryPreconditioningTimeMs': 'vehicleForm.batteryTime',
}

/** What the form of a stay, and where the page shows it, calls its properties. */
export const SCHEDULE_FORM: FormNames = {
  vehicleId: 'import.vehicle',
  locationUid: 'stayForm.depot',
  plannedArrivalTime: 'stayForm.arrival',
  plannedDepartureTime: 'stayForm.departure',
  startSoC: 'stayForm.startSoC',
  targetSoC: 'stayForm.targetSoC',
  minimumSoC: 'stayForm.minimumSoC',
  priority: 'stayForm.priority',
  blockId: 'stayForm.blockId',
  externalId: 'import.externalId',
  recurrenceRule: 'ruleForm.repeats',
  chargeNow: 'chargeNow.action',
  planMeta: 'vehicle.stayColumn.plan',
  'planMeta.strategy': 'depotForm.strategy',
}

const FORMS = { vehicle: VEHICLE_FORM, schedule: SCHEDULE_FORM } as const

/** A property as its form calls it, else as the API does. */
export function formName(kind: keyof typeof FORMS, property: string, text: Text): string {
  const key = FORMS[kind][property]
  return key ? text(key) : property
}

/** A property of a row of which nobody says whether it is a vehicle or a stay; a path into a call stays as it is. */
export function rowPropertyName(name: string, text: Text): string {
  const key = SCHEDULE_FORM[name] ?? VEHICLE_FORM[name]
  return key ? text(key) : name
}
