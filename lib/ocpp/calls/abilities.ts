import { fields, list, text } from '@/lib/ocpp/read/tolerant'
import type { Protocol } from '@/lib/ocpp/socket/frame'
import type { Abilities } from '@/lib/stations/station-state'

const EVERY_SECONDS = '30'
const MEASURANDS = ['Energy.Active.Import.Register', 'Power.Active.Import', 'SoC']

/** A setting of a station: what OCPP 1.6 calls a key and 2.0.1 a variable of a component; 2.0.1 does not have each. */
type Setting = { key: string; component?: string; variable?: string }

const setting = (key: string, component?: string, variable?: string): Setting => ({ key, component, variable })
const SETTINGS = {
  profiles: setting('SupportedFeatureProfiles', 'SmartChargingCtrlr', 'Enabled'),
  rateUnits: setting('ChargingScheduleAllowedChargingRateUnit', 'SmartChargingCtrlr', 'RateUnit'),
  periods: setting('ChargingScheduleMaxPeriods', 'SmartChargingCtrlr', 'PeriodsPerSchedule'),
  stackLevel: setting('ChargeProfileMaxStackLevel', 'SmartChargingCtrlr', 'ProfileStackLevel'),
  interval: setting('MeterValueSampleInterval', 'SampledDataCtrlr', 'TxUpdatedInterval'),
  measurands: setting('MeterValuesSampledData', 'SampledDataCtrlr', 'TxUpdatedMeasurands'),
  connectors: setting('NumberOfConnectors'),
} as const
type Name = keyof typeof SETTINGS
const NAMES = Object.keys(SETTINGS) as Name[]

/** What a station answered, by our names; what it does not know is not in it. */
export type Settings = Partial<Record<Name, { value?: string; isReadonly: boolean }>>

/** The question what a station can do and how it reports, in one call. */
export function settingsCall(protocol: Protocol): { action: string; payload: object } {
  const all = Object.values(SETTINGS)
  if (protocol === 'ocpp1.6') return { action: 'GetConfiguration', payload: { key: all.map(({ key }) => key) } }
  const getVariableData = all
    .filter(({ component }) => component !== undefined)
    .map(({ component, variable }) => ({ component: { name: component }, variable: { name: variable } }))
  return { action: 'GetVariables', payload: { getVariableData } }
}

const Configuration = fields({ configurationKey: list(fields({ key: text, readonly: text, value: text })) })
const Variables = fields({
  getVariableResult: list(
    fields({
      attributeStatus: text,
      attributeValue: text,
      component: fields({ name: text }),
      variable: fields({ name: text }),
    }),
  ),
})

/** Reads the answer to `settingsCall`. */
export function settingsIn(protocol: Protocol, payload: unknown): Settings {
  const found: Settings = {}
  const isSame = (a: string | undefined, b: string | undefined) =>
    a !== undefined && a.toLowerCase() === b?.toLowerCase()
  if (protocol === 'ocpp1.6') {
    const answered = payload as { configurationKey?: unknown }
    for (const { key, value } of Configuration.parse(payload).configurationKey) {
      const name = NAMES.find((each) => isSame(key, SETTINGS[each].key))
      if (name) found[name] = { value, isReadonly: isReadonly(answered, key) }
    }
    return found
  }
  for (const { attributeStatus, attributeValue, component, variable } of Variables.parse(payload).getVariableResult) {
    const name = NAMES.find(
      (each) => isSame(component.name, SETTINGS[each].component) && isSame(variable.name, SETTINGS[each].variable),
    )
    if (name && /^accepted$/i.test(attributeStatus ?? '')) found[name] = { value: attributeValue, isReadonly: false }
  }
  return found
}

function isReadonly({ configurationKey }: { configurationKey?: unknown }, key: string | undefined): boolean {
  if (!Array.isArray(configurationKey)) return false
  return configurationKey.some((each) => each?.key === key && each?.readonly === true)
}

/** What is to be written so that a station reports power, energy and SoC every 30 s: only what differs. */
export function settingChanges(protocol: Protocol, settings: Settings): { action: string; payload: object }[] {
  const { interval, measurands } = settings
  const reported = (measurands?.value ?? '').split(',').map((each) => each.trim().toLowerCase())
  const lacks = MEASURANDS.some((measurand) => !reported.includes(measurand.toLowerCase()))
  const changes = [
    ...(interval && !interval.isReadonly && interval.value !== EVERY_SECONDS
      ? [{ setting: SETTINGS.interval, value: EVERY_SECONDS }]
      : []),
    ...(measurands && !measurands.isReadonly && lacks
      ? [{ setting: SETTINGS.measurands, value: MEASURANDS.join(',') }]
      : []),
  ]
  return changes.map(({ setting: { key, component, variable }, value }) =>
    protocol === 'ocpp1.6'
      ? { action: 'ChangeConfiguration', payload: { key, value } }
      : {
          action: 'SetVariables',
          payload: {
            setVariableData: [{ attributeValue: value, component: { name: component }, variable: { name: variable } }],
          },
        },
  )
}

/** What a station can do with charging profiles, as far as it says. */
export function abilitiesOf(
  protocol: Protocol,
  { profiles, rateUnits, periods, stackLevel, connectors }: Settings,
): Abilities {
  const units = (rateUnits?.value ?? '').toLowerCase()
  const said = profiles?.value
  const takesProfiles =
    said === undefined ? undefined : protocol === 'ocpp1.6' ? /smart\s*charging/i.test(said) : /^true$/i.test(said)
  return {
    ...(takesProfiles !== undefined && { takesProfiles }),
    rateUnits: [
      ...(/power|\bw\b/.test(units) ? (['W'] as const) : []),
      ...(/current|\ba\b/.test(units) ? (['A'] as const) : []),
    ],
    ...numberOf('mostPeriods', periods?.value),
    ...numberOf('highestStackLevel', stackLevel?.value),
    ...numberOf('evses', connectors?.value),
  }
}

function numberOf<K extends string>(name: K, value: string | undefined): Partial<Record<K, number>> {
  const found = Number(value)
  return value !== undefined && Number.isInteger(found) && found >= 0 ? ({ [name]: found } as Record<K, number>) : {}
}

/** The question what each connector does now; OCPP 1.6 can be asked for all of them where none is known. */
export function statusCalls(protocol: Protocol, evses: readonly number[]): { action: string; payload: object }[] {
  const requestedMessage = 'StatusNotification'
  if (evses.length === 0 && protocol === 'ocpp1.6') return [{ action: 'TriggerMessage', payload: { requestedMessage } }]
  return evses.map((evseId) => ({
    action: 'TriggerMessage',
    payload:
      protocol === 'ocpp1.6'
        ? { requestedMessage, connectorId: evseId }
        : { requestedMessage, evse: { id: evseId, connectorId: 1 } },
  }))
}
