import { Validator } from '@seriousme/openapi-schema-validator'
import { describe, expect, test } from 'vitest'
import type { z } from 'zod'
import type { Operation } from '@/lib/contract/operation'
import { operations } from '@/lib/contract/operations'
import { answerExample } from '@/lib/openapi/answer-examples'
import { openApiDocument } from '@/lib/openapi/document'

const document = JSON.parse(JSON.stringify(openApiDocument()))
const all: Operation[] = Object.values(operations)
const entries = all.map((operation) => [`${operation.method} ${operation.path}`, operation] as const)

type Entry = {
  parameters?: { in: string; name: string; example?: unknown; schema: Record<string, unknown> }[]
  requestBody?: { content: Record<string, { schema: object; example?: unknown }> }
  responses: Record<string, { $ref?: string; content?: Record<string, { schema: object; example?: unknown }> }>
  security: unknown[]
}
const entryOf = ({ path, method }: Operation): Entry => document.paths[path][method.toLowerCase()]

function resolve(value: unknown): unknown {
  const ref = (value as { $ref?: string }).$ref
  if (!ref) return value
  return ref
    .slice(2)
    .split('/')
    .reduce((at: Record<string, unknown>, part) => at[part] as Record<string, unknown>, document)
}

test('the document is valid OpenAPI 3.1, with every reference resolved', async () => {
  const { valid, errors } = await new Validator().validate(document)
  expect(errors).toBeUndefined()
  expect(valid).toBe(true)
  expect(document.openapi).toMatch(/^3\.1\./)
  for (const [ref] of JSON.stringify(document).matchAll(/#\/components\/[\w/]+/g))
    expect(resolve({ $ref: ref }), ref).toBeDefined()
})

test('it describes every operation and no other', () => {
  const described = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.keys(methods as object).map((method) => `${method.toUpperCase()} ${path}`),
  )
  expect(described.sort()).toEqual(entries.map(([name]) => name).sort())
  const ids = all.map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
})

describe.each(entries)('%s', (_, operation) => {
  const entry = entryOf(operation)

  test('each parameter of the path, the query and the headers is there, with an example', () => {
    const named = (place: string) =>
      entry.parameters?.filter((parameter) => parameter.in === place).map(({ name }) => name)
    expect(named('path') ?? []).toEqual([...operation.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name))
    expect(named('query') ?? []).toEqual(Object.keys(operation.query?.shape ?? {}))
    expect(named('header') ?? []).toEqual(Object.keys(operation.headers ?? {}))
    for (const { name, example, schema } of entry.parameters ?? []) {
      const items = (schema.items ?? schema) as { example?: unknown }
      expect(example ?? items.example, `${name} has an example`).toBeDefined()
    }
  })

  test('the body is there with an example that the server takes', () => {
    const content = entry.requestBody?.content['application/json']
    expect(content === undefined).toBe(operation.body === undefined)
    if (!operation.body) return
    expect(operation.body.safeParse(content?.example).error).toBeUndefined()
    expect((operation.documentedBody ?? operation.body).safeParse(content?.example).error).toBeUndefined()
  })

  test('each answer is there, with an example that says nothing but what its schema knows', () => {
    for (const [status, { schema, mediaType }] of Object.entries(operation.answers)) {
      const content = entry.responses[status]?.content?.[mediaType ?? 'application/json']
      expect(content === undefined).toBe(!schema && !mediaType)
      const example = answerExample(operation.id, Number(status))
      expect(example === undefined).toBe(content === undefined)
      if (schema) expect(schema.safeParse(example).error).toBeUndefined()
      if (schema && operation.id !== 'getOpenApi') expect(unknownProperties(schema, example)).toEqual([])
    }
  })

  test('each refusal is there as a problem with an example', () => {
    const refusals = Object.entries(entry.responses).filter(([status]) => Number(status) >= 400)
    const statuses = refusals.map(([status]) => Number(status))
    expect(statuses).toEqual(expect.arrayContaining([500, ...(operation.refusals ?? [])]))
    if (operation.body) expect(statuses).toEqual(expect.arrayContaining([400, 413, 415]))
    if (operation.permission !== 'open') expect(statuses).toContain(401)
    for (const [status, refusal] of refusals) {
      const { content } = resolve(refusal) as Entry['responses'][string]
      expect(content?.['application/problem+json']?.example).toMatchObject({ status: Number(status) })
    }
  })

  test('it says whether a token is needed', () => {
    const scheme = operation.id === 'refreshAccessToken' ? 'refreshToken' : 'accessToken'
    const open = operation.permission === 'open' && operation.id !== 'refreshAccessToken'
    const either = operation.takesRefreshToken ? [{ refreshToken: [] }] : []
    expect(entry.security).toEqual(open ? [] : [{ [scheme]: [] }, ...either])
  })
})

/** The paths that a schema strips from a value, because it does not know them. */
function unknownProperties(schema: z.ZodType, example: unknown): string[] {
  const known = new Set(pathsOf(schema.parse(example)))
  return pathsOf(example).filter((path) => !known.has(path))
}

function pathsOf(value: unknown, path = ''): string[] {
  if (typeof value !== 'object' || value === null) return [path]
  return [path, ...Object.entries(value).flatMap(([name, child]) => pathsOf(child, `${path}/${name}`))]
}
