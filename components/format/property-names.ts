import { SCHEDULE_FORM, VEHICLE_FORM } from '@/components/format/form-names'
import type { AuditLabelKey } from '@/components/messages/write-text'
import type { AuditKind } from '@/lib/contract/audit'

export type Names = Readonly<Record<string, AuditLabelKey>>

/**
 * What a property of each kind is called, as in its form. For the audit log alone: what other pages name is in `form-names`. A property inside of another one is found by its whole path
 * (`chargingPorts.type`; a list is no part of it), else among the parts that many have.
 */
export const NAMES: Readonly<Record<AuditKind, Names>> = {
  vehicle: {
    ...VEHICLE_FORM,
    v2icpParameters: 'property.preparation',
  },
  schedule: {
    ...SCHEDULE_FORM,
    recurringScheduleId: 'property.ruleId',
    'planMeta.frozen': 'property.frozen',
    'planMeta.strategyVersion': 'property.strategyVersion',
    'planMeta.timestamp': 'property.plannedAt',
    'planMeta.trigger': 'property.trigger',
    'planMeta.triggerDescription': 'property.triggerDescription',
  },
  location: {
    name: 'depotForm.name',
    locationId: 'import.externalId',
    address: 'property.address',
    city: 'property.city',
    postalCode: 'property.postalCode',
    country: 'property.country',
    countryCode: 'property.countryCode',
    lat: 'property.latitude',
    lng: 'property.longitude',
    timeZone: 'depotForm.timeZone',
    powerLimitkW: 'depotForm.powerLimit',
    powerLimits: 'limits.button',
    chargingEfficiency: 'depotForm.efficiency',
    baseLoad: 'week.baseLoad',
    tariff: 'depotForm.tariff',
    'tariff.currency': 'depotForm.currency',
    'tariff.demandChargePerkW': 'depotForm.demandCharge',
    'tariff.demandPeriod': 'depotForm.demandPeriod',
    'tariff.peakSoFarkW': 'depotForm.peakSoFar',
    'tariff.computedPeakkW': 'depotForm.computedPeak',
    strategy: 'depotForm.strategy',
    targetSoC: 'depotForm.targetSoC',
    minimumSoC: 'depotForm.minimumSoC',
    bulkSoC: 'depotForm.bulkSoC',
    assumedArrivalSoC: 'depotForm.assumedArrivalSoC',
    departureMarginMinutes: 'depotForm.margin',
    readyBufferMinutes: 'depotForm.readyBuffer',
    controlChargers: 'depotForm.controlChargers',
    powerRules: 'property.powerRules',
    'powerRules.tag': 'property.phase',
    'powerRules.idealPowerkW': 'property.idealPower',
  },
  station: {
    name: 'stations.name',
    locationUid: 'stayForm.depot',
    maxPowerkW: 'stations.wholePower',
    safePowerkW: 'property.safePower',
    allowRestart: 'property.allowRestart',
    allowWithoutPassword: 'property.allowWithoutPassword',
    evses: 'stations.evses',
    'evses.minPowerkW': 'vehicleForm.minChargePowerkW',
    'evses.maxPowerkW': 'stations.mostPower',
    'evses.parkingPlace': 'stations.place',
    'evses.connectors': 'property.connectors',
    'evses.connectors.type': 'import.portType',
    password: 'stations.password',
    evseId: 'property.evse',
    vehicleId: 'import.vehicle',
  },
  'station-command': {
    stationId: 'audit.kind.station',
    type: 'audit.kind.station-command',
    evseId: 'property.evse',
    connectorId: 'property.connector',
    vehicleId: 'import.vehicle',
    hard: 'property.atOnce',
    message: 'property.message',
  },
  alarm: { acknowledgedBy: 'property.acknowledgedBy' },
  simulation: { running: 'property.running' },
  staff: {
    name: 'staff.name',
    email: 'staff.email',
    role: 'staff.role',
    locationUids: 'staff.locations',
    language: 'property.language',
    password: 'staff.newPassword',
    passwordResetUntil: 'property.passwordResetUntil',
  },
  token: { name: 'tokens.name', role: 'tokens.role', locationUids: 'tokens.locations', expiresAt: 'tokens.expires' },
  session: {},
  backup: { madeAt: 'property.backupOf', rows: 'property.rows' },
}

/** What stands inside of properties of several kinds. */
export const PARTS: Names = {
  soc: 'chargers.charge',
  powerkW: 'week.power',
  weekly: 'reports.week',
  dates: 'property.dates',
  day: 'reports.day',
  from: 'week.from',
  to: 'week.to',
  perkWh: 'week.price',
  note: 'vehicleForm.notes',
  since: 'week.from',
  by: 'audit.who',
  evseId: 'property.evse',
  connectorId: 'property.connector',
}

/** Values that stand for words. */
export const VALUES: Readonly<Record<string, Names>> = {
  role: { read: 'role.read', write: 'role.write', admin: 'role.admin' },
  strategy: {
    'peak-supression': 'strategy.peak-supression',
    'lowest-cost': 'strategy.lowest-cost',
    balanced: 'strategy.balanced',
    'as-soon-as-possible': 'strategy.as-soon-as-possible',
  },
  password: { replaced: 'audit.replaced' },
  day: {
    ...{ MO: 'day.MO', TU: 'day.TU', WE: 'day.WE', TH: 'day.TH' },
    ...{ FR: 'day.FR', SA: 'day.SA', SU: 'day.SU' },
  },
  demandPeriod: { month: 'depotForm.demandPeriod.month', year: 'depotForm.demandPeriod.year' },
  tag: {
    minimum: 'phase.minimum',
    bulk: 'phase.bulk',
    saturation: 'phase.saturation',
    preconditioning: 'phase.preconditioning',
    idle: 'phase.idle',
  },
  interiorHvac: {
    HotWaterAndHeating: 'vehicleForm.hvac.HotWaterAndHeating',
    NoHotWaterCoolingOrVentilation: 'vehicleForm.hvac.NoHotWaterCoolingOrVentilation',
    NoPreconditioning: 'vehicleForm.hvac.NoPreconditioning',
    OnlyHotWaterAndVentilation: 'vehicleForm.hvac.OnlyHotWaterAndVentilation',
  },
  trigger: {
    'ev-connected': 'trigger.ev-connected',
    'ev-disconnected': 'trigger.ev-disconnected',
    'soc-updated': 'trigger.soc-updated',
    'schedule-changed': 'trigger.schedule-changed',
    'vehicle-changed': 'trigger.vehicle-changed',
    'settings-changed': 'trigger.settings-changed',
    'horizon-moved': 'trigger.horizon-moved',
    manual: 'trigger.manual',
  },
  type: {
    ...{ reset: 'command.reset', unlock: 'command.unlock', start: 'command.start', stop: 'command.stop' },
    trigger: 'property.triggerMessage',
  },
}
