import { expect, test } from 'vitest'
import { propertyKey, propertyName, propertyValue } from '@/components/format/property-words'
import { textIn } from '@/components/messages/text'
import type { AuditKind } from '@/lib/contract/audit'
import { openApiDocument } from '@/lib/openapi/document'

const now = Date.parse('2026-11-30T12:00:00Z')
const german = { locale: 'de-DE', zone: 'Europe/Berlin', now, text: textIn('de') }

test('a property has the name that its form gives it in the reader’s language, and else the API’s', () => {
  expect(propertyName('schedule', 'plannedDepartureTime', german.text)).toBe('Abfahrt')
  expect(propertyName('location', 'targetSoC', german.text)).toBe(german.text('depotForm.targetSoC'))
  expect(propertyName('location', 'powerLimits', german.text)).toBe(german.text('limits.button'))
  expect(propertyName('location', 'tariff.weekly.perkWh', german.text)).toBe('Preis')
  expect(propertyName('location', 'unheardOf', german.text)).toBe('unheardOf')
})

test('a value is written as its reader writes it: units, decimal sign, yes and no, and times on the depot’s clock', () => {
  expect(propertyValue('schedule', 'targetSoC', 80.5, german)).toBe('80,5\u00A0%')
  expect(propertyValue('vehicle', 'fullChargeEnergykWh', 400, german)).toBe('400\u00A0kWh')
  expect(propertyValue('schedule', 'priority', -3, german)).toBe('-3')
  expect(propertyValue('vehicle', 'supportsPauseResume', false, german)).toBe('nein')
  expect(propertyValue('schedule', 'blockId', null, german)).toBe(german.text('audit.nothing'))
  expect(propertyValue('schedule', 'plannedDepartureTime', '2026-11-30T23:30:00.000Z', german)).toBe(
    'Di. 1. Dez. 00:30',
  )
  expect(propertyValue('location', 'dates', ['2025-11-30T12:00:00Z', '2026-11-30T12:00:00Z'], german)).toMatch(
    /2025 13:00; .* 13:00$/,
  )
})

test('a strategy, a role and a password that was replaced are told in words', () => {
  expect(propertyValue('location', 'strategy', 'lowest-cost', german)).toBe(german.text('strategy.lowest-cost'))
  expect(propertyValue('staff', 'role', 'write', german)).toBe(german.text('role.write'))
  expect(propertyValue('staff', 'password', 'replaced', german)).toBe('ersetzt')
  expect(propertyValue('vehicle', 'name', 'balanced', german)).toBe('balanced')
})

test('what is inside of a property is said in the reader’s words too: lists, objects, their units and days', () => {
  const words = (kind: 'vehicle' | 'location' | 'station', name: string, value: unknown) =>
    propertyValue(kind, name, value, german).replaceAll('\u00A0', ' ')
  expect(
    words('vehicle', 'chargingCurve', [
      { soc: 0, powerkW: 150 },
      { soc: 80, powerkW: 60.5 },
    ]),
  ).toBe('Ladung 0 %, Leistung 150 kW; Ladung 80 %, Leistung 60,5 kW')
  expect(words('vehicle', 'chargingPorts', [{ macAddress: 'AA', type: 'CCS2', inactive: true }])).toBe(
    'MAC-Adresse (EVCCID) AA, Art des Ladeanschlusses CCS2, Nicht in Gebrauch ja',
  )
  expect(words('vehicle', 'preconditioning', { batteryPreconditioningTimeMs: 1_800_000 })).toMatch(/ 30 min$/)
  const tariff = { currency: 'EUR', weekly: [{ day: 'MO', from: '00:00', to: '24:00', perkWh: 0.2 }] }
  expect(words('location', 'tariff', tariff)).toBe('Währung EUR, Woche (Tag Mo, Von 00:00, Bis 24:00, Preis 0,2)')
  expect(words('station', 'evses', [{ evseId: 1, connectors: [{ connectorId: 1, type: 'CCS2' }] }])).toBe(
    'Ladepunkt 1, Stecker (Stecker 1, Art des Ladeanschlusses CCS2)',
  )
  expect(propertyValue('staff', 'language', 'fi', german)).toBe('Suomi')
  expect(propertyValue('staff', 'locationUids', null, german)).toBe('Alle Depots')
})

/** What a change of each kind may hold, by the contract: the paths of all properties, those in lists and objects too. */
const CONTRACT: [AuditKind, string, readonly string[]][] = [
  ['vehicle', 'VehicleInput', ['evMacAddress']],
  ['location', 'LocationInput', []],
  ['location', 'Location', ['id']],
  ['schedule', 'EvSchedule', ['id', 'evId', 'plan', 'explanation']],
  ['station', 'ChargingStationInput', ['keepPassword']],
  ['station-command', 'StationCommandInput', []],
  ['staff', 'StaffInput', []],
  ['token', 'RefreshTokenInput', []],
]

test.each(CONTRACT)('every property of a change of a %s has a name (%s)', (kind, schema, without) => {
  const paths = pathsOf(schema).filter((path) => !without.includes(path.split('.')[0] ?? ''))
  expect(paths.length).toBeGreaterThan(2)
  expect(paths.filter((path) => propertyKey(kind, path) === undefined)).toEqual([])
})

type Schema = { $ref?: string; anyOf?: Schema[]; items?: Schema; properties?: Record<string, Schema> }

function pathsOf(name: string): string[] {
  const schemas = (openApiDocument().components?.schemas ?? {}) as Record<string, Schema>
  const below = (schema: Schema | undefined, path: string): string[] => {
    if (!schema) return []
    if (schema.$ref) return below(schemas[schema.$ref.slice(schema.$ref.lastIndexOf('/') + 1)], path)
    const inner = Object.entries(schema.properties ?? {}).flatMap(([key, part]) => {
      const at = path === '' ? key : `${path}.${key}`
      return [at, ...below(part, at)]
    })
    return [...inner, ...(schema.anyOf ?? []).flatMap((one) => below(one, path)), ...below(schema.items, path)]
  }
  return [...new Set(below(schemas[name], ''))]
}
