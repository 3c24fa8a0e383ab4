import { expect, test } from 'vitest'
import { openApiDocument } from '@/lib/openapi/document'

type Schema = {
  $ref?: string
  description?: string
  deprecated?: boolean
  enum?: unknown[]
  properties?: Record<string, Schema>
  required?: string[]
  [keyword: string]: unknown
}

const document = JSON.parse(JSON.stringify(openApiDocument()))
const schemas: Record<string, Schema> = document.components.schemas

/** Every property of the document with the path that leads to it; a reference is followed where it is declared. */
function propertiesIn(value: unknown, path: string): { path: string; schema: Schema }[] {
  if (typeof value !== 'object' || value === null) return []
  const isShape = (value as Schema).type === 'object' || 'allOf' in value
  const own = isShape ? Object.entries((value as Schema).properties ?? {}) : []
  return [
    ...own.map(([name, schema]) => ({ path: `${path}.${name}`, schema })),
    ...Object.entries(value).flatMap(([name, child]) =>
      name === 'example' || name === 'examples' ? [] : propertiesIn(child, `${path}/${name}`),
    ),
  ]
}

/** What the schema that is referred to says, where the property says nothing itself. */
function descriptionOf({ description, $ref }: Schema): string {
  return description ?? (($ref && schemas[$ref.split('/').at(-1) ?? '']?.description) || '')
}

const properties = [...propertiesIn(document.components, ''), ...propertiesIn(document.paths, '')]

test('every property says what it is for, in a sentence', () => {
  expect(properties.length).toBeGreaterThan(200)
  const silent = properties.filter(({ schema }) => !/^[A-Z`].*\.$/su.test(descriptionOf(schema)))
  expect(silent.map(({ path }) => path)).toEqual([])
})

test('every parameter says what it is for', () => {
  const operations = Object.entries<Record<string, { parameters?: Schema[] }>>(document.paths).flatMap(
    ([path, methods]) =>
      Object.values(methods).flatMap(({ parameters = [] }) => parameters.map((one) => ({ path, one }))),
  )
  const silent = operations.filter(({ one }) => !one.description && !(one.schema as Schema | undefined)?.description)
  expect(silent.map(({ path, one }) => `${path} ${one.name}`)).toEqual([])
})

test('quantities say their unit', () => {
  const unit: [RegExp, RegExp][] = [
    [/kWh$/i, /kWh/],
    [/kW$/i, /kW/],
    [/SoC$/i, /percent|points/i],
    [/Minutes$/, /minutes/i],
    [/TimeMs$|durationMs$|MarginMs$/, /milliseconds/],
  ]
  const vague = properties.filter(({ path, schema }) => {
    const name = path.split('.').at(-1) ?? ''
    if (/^(perkWh|perKwh|missingPoints)$/i.test(name) || /PerKwh$/i.test(name)) return false
    return unit.some(([ends, says]) => ends.test(name) && !says.test(descriptionOf(schema)))
  })
  expect(vague.map(({ path }) => path)).toEqual([])
})

test('what is deprecated says so, in requests and answers', () => {
  for (const name of ['VehicleInput', 'Vehicle']) {
    expect(schemas[name]?.properties?.evMacAddress).toMatchObject({ deprecated: true })
    expect(descriptionOf(schemas[name]?.properties?.evMacAddress ?? {})).toMatch(/^Deprecated/)
  }
})

test('answers have schemas of their own, which require what is always there', () => {
  expect(schemas.Vehicle?.required).toEqual(
    expect.arrayContaining(['id', 'chargingPorts', 'locationUid', 'evMacAddress', 'supportsPauseResume']),
  )
  expect(schemas.VehicleInput?.required ?? []).toEqual([])
  expect(schemas.EvSchedule?.required).toEqual(
    expect.arrayContaining(['id', 'evId', 'locationUid', 'plannedArrivalTime', 'plannedDepartureTime', 'targetSoC']),
  )
  expect(schemas.Location?.required).toEqual(
    expect.arrayContaining(['id', 'timeZone', 'strategy', 'powerRules', 'readyBufferMinutes', 'controlChargers']),
  )
})
