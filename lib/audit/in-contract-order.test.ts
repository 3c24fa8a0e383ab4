import { expect, test } from 'vitest'
import { inContractOrder } from '@/lib/audit/in-contract-order'
import type { AuditKind } from '@/lib/contract/audit'
import { openApiDocument } from '@/lib/openapi/document'

test('what is inside of a property comes in the order of the contract, and what that does not list last', () => {
  const weekly = [{ to: '24:00', day: 'MO', from: '00:00', perkWh: 0.2 }]
  const tariff = inContractOrder('location', { tariff: { later: 1, weekly, currency: 'EUR' } })
  expect(JSON.stringify(tariff)).toBe(
    '{"tariff":{"currency":"EUR","weekly":[{"day":"MO","from":"00:00","to":"24:00","perkWh":0.2}],"later":1}}',
  )
  expect(inContractOrder('token', { name: 'T', locationUids: null })).toEqual({ name: 'T', locationUids: null })
})

test.each<[AuditKind, string]>([
  ['vehicle', 'Vehicle'],
  ['location', 'Location'],
  ['schedule', 'EvSchedule'],
  ['station', 'ChargingStation'],
])('every object in a %s comes as the schema %s lists it', (kind, name) => {
  const inOrder = exampleOf(schemas[name]) as Record<string, unknown>
  const ordered = inContractOrder(kind, reversed(inOrder) as Record<string, unknown>)
  expect(JSON.stringify(ordered)).toBe(JSON.stringify(inOrder))
})

type Schema = { $ref?: string; anyOf?: Schema[]; items?: Schema; properties?: Record<string, Schema> }
const schemas = (openApiDocument().components?.schemas ?? {}) as Record<string, Schema>

/** A value that has each property of a schema once. */
function exampleOf(schema: Schema | undefined): unknown {
  if (schema?.$ref) return exampleOf(schemas[schema.$ref.slice(schema.$ref.lastIndexOf('/') + 1)])
  if (schema?.items) return [exampleOf(schema.items)]
  if (schema?.properties)
    return Object.fromEntries(Object.entries(schema.properties).map(([key, part]) => [key, exampleOf(part)]))
  const shaped = schema?.anyOf?.map(exampleOf).find((one) => one !== 0)
  return shaped ?? 0
}

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).reverse()
  return Object.fromEntries(entries.map(([name, part]) => [name, reversed(part)]))
}
