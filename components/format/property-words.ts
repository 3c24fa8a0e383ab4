import { dayOfYear, timeOfDay } from '@/components/format/instant-format'
import type { LabelKey, Text } from '@/components/messages/write-text'
import type { AuditKind } from '@/lib/contract/audit'

type Names = Readonly<Record<string, LabelKey>>

/** What forms call a property. One that no form has keeps the API's name. */
const NAMES: Partial<Record<AuditKind, Names>> = {
  vehicle: {
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
    consumption: 'vehicleForm.consumption',
    chargingCurve: 'vehicleForm.chargingCurve',
    chargingPorts: 'vehicleForm.ports',
    macAddress: 'vehicleForm.macAddress',
    portType: 'import.portType',
    supportsPauseResume: 'vehicleForm.supportsPauseResume',
    enableChargeScheduling: 'vehicleForm.enableChargeScheduling',
  },
  schedule: {
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
  },
  location: {
    name: 'depotForm.name',
    timeZone: 'depotForm.timeZone',
    powerLimitkW: 'depotForm.powerLimit',
    powerLimits: 'limits.button',
    chargingEfficiency: 'depotForm.efficiency',
    baseLoad: 'week.baseLoad',
    tariff: 'depotForm.tariff',
    strategy: 'depotForm.strategy',
    targetSoC: 'depotForm.targetSoC',
    minimumSoC: 'depotForm.minimumSoC',
    bulkSoC: 'depotForm.bulkSoC',
    assumedArrivalSoC: 'depotForm.assumedArrivalSoC',
    departureMarginMinutes: 'depotForm.margin',
    readyBufferMinutes: 'depotForm.readyBuffer',
    controlChargers: 'depotForm.controlChargers',
  },
  station: {
    name: 'stations.name',
    locationUid: 'stayForm.depot',
    evses: 'stations.evses',
    password: 'stations.password',
  },
  staff: { name: 'staff.name', email: 'staff.email', role: 'staff.role', locationUids: 'staff.locations' },
  token: { name: 'tokens.name', role: 'tokens.role', locationUids: 'tokens.locations', expiresAt: 'tokens.expires' },
}

/** Values that stand for words. */
const VALUES: Readonly<Record<string, Names>> = {
  role: { read: 'role.read', write: 'role.write', admin: 'role.admin' },
  strategy: {
    'peak-supression': 'strategy.peak-supression',
    'lowest-cost': 'strategy.lowest-cost',
    balanced: 'strategy.balanced',
    'as-soon-as-possible': 'strategy.as-soon-as-possible',
  },
  password: { replaced: 'audit.replaced' },
}

const UNITS = [
  [/SoC$/, '%'],
  [/kWh$/, 'kWh'],
  [/kW$/, 'kW'],
  [/Minutes$/, 'min'],
] as const
const INSTANT = /\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?Z/g

type Reader = { locale: string; zone: string; now: number; text: Text }

/** A property as its form calls it. */
export function propertyName(kind: AuditKind, name: string, text: Text): string {
  const key = NAMES[kind]?.[name]
  return key ? text(key) : name
}

/** A property of a row of which nobody says whether it is a vehicle or a stay; a path into a call stays as it is. */
export function rowPropertyName(name: string, text: Text): string {
  const key = NAMES.schedule?.[name] ?? NAMES.vehicle?.[name]
  return key ? text(key) : name
}

/** A value as its reader writes it: words for what stands for them, numbers with their unit, times on the depot's clock. */
export function propertyValue(name: string, value: string | number | null, reader: Reader): string {
  const { locale, text } = reader
  if (value === null) return text('audit.nothing')
  if (value === 'true' || value === 'false') return text(value === 'true' ? 'fleet.yes' : 'fleet.no')
  const words = VALUES[name]?.[value]
  if (words) return text(words)
  if (typeof value === 'string') return value.replace(INSTANT, (instant) => timeWords(Date.parse(instant), reader))
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 6 }).format(value)
  const unit = UNITS.find(([ending]) => ending.test(name))?.[1]
  return unit ? `${number}\u00A0${unit}` : number
}

function timeWords(instant: number, reader: Reader): string {
  return `${dayOfYear(instant, reader.now, reader)} ${timeOfDay(instant, reader)}`
}
