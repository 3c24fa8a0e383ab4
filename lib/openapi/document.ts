import { createDocument } from 'zod-openapi'
import type { Operation } from '@/lib/contract/operation'
import { operations } from '@/lib/contract/operations'
import { operationEntry } from '@/lib/openapi/operation-entry'
import { refusalComponents } from '@/lib/openapi/refusals'

export type OpenApiDocument = ReturnType<typeof createDocument>

const TAGS = [
  { name: 'Vehicle registry', description: 'The vehicles: what they can take, and where they belong.' },
  {
    name: 'Scheduling',
    description: 'When a vehicle is at a depot and what it needs before it leaves, and the plans that follow.',
  },
  { name: 'Locations', description: 'The depots: limit, base load, tariff, strategy, load and readiness.' },
  {
    name: 'Charging stations',
    description:
      'The registry of the chargers that connect over OCPP, what each of them does now, and commands to them.',
  },
  {
    name: 'Alarms',
    description: 'What is wrong at a depot, since when and what to do about it, and who sees to it.',
  },
  { name: 'Charging', description: 'What the chargers report, so that plans follow reality.' },
  { name: 'Access', description: 'Tokens for integrations, and the staff.' },
  { name: 'Service', description: 'Health, metrics and this description.' },
]

const DESCRIPTION = `Charging schedules and plans for electric buses and trucks: will every vehicle be ready when it leaves, and at what
peak?

**Signing in.** Exchange a refresh token for an access token at \`GET /auth/refreshAccessToken\`, and send that as
\`Authorization: Bearer …\` with every other call. It holds 8 hours.

**Times** are ISO 8601. What you send needs \`Z\` or an offset; what you get is UTC with milliseconds. Only inside a \`plan\`
they are epoch milliseconds. **SoC** is in percent, power in kW, energy in kWh, consumption in Wh/km. A property with no
value is left out.

**Refusals** are RFC 9457 problem details. For 400 and 422 \`errors\` has all faults with their paths. Whatever the path,
a stranger gets 401; a method that a path does not take is 405 with \`Allow\`.`

/** The API as OpenAPI 3.1, from the same schemas that validate requests. */
export function openApiDocument(): OpenApiDocument {
  document ??= withOuterDescriptions(
    createDocument(
      {
        openapi: '3.1.1',
        info: {
          title: 'Readyline API',
          version: '1.0.0',
          description: DESCRIPTION,
          license: { name: 'MIT', identifier: 'MIT' },
        },
        servers: [{ url: '/api', description: 'This installation' }],
        tags: TAGS,
        paths: paths(Object.values(operations)),
        components: {
          responses: refusalComponents(),
          securitySchemes: {
            accessToken: {
              type: 'http',
              scheme: 'bearer',
              bearerFormat: 'JWT',
              description: 'The token of `GET /auth/refreshAccessToken`.',
            },
            refreshToken: { type: 'http', scheme: 'bearer', description: 'A refresh token, for that one call only.' },
          },
        },
      },
      { override: ({ jsonSchema }) => tolerant(jsonSchema) },
    ),
  )
  return document
}

let document: OpenApiDocument | undefined
let documentText: string | undefined

/** The document as JSON text. */
export function openApiText(): string {
  documentText ??= JSON.stringify(openApiDocument())
  return documentText
}

/** Answers may gain properties, so clients must not be told that there are no others. */
function tolerant(schema: { additionalProperties?: unknown }): void {
  if (schema.additionalProperties === false) delete schema.additionalProperties
}

/** What may be null is `anyOf` of a schema and null: its description belongs to the property, where readers look. */
function withOuterDescriptions<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(withOuterDescriptions) as T
  const parts = Object.fromEntries(Object.entries(value).map(([name, part]) => [name, withOuterDescriptions(part)]))
  if (!Array.isArray(parts.anyOf) || parts.description !== undefined) return parts as T
  const described = parts.anyOf.filter((one) => one.type !== 'null')
  if (described.length !== 1 || described[0].description === undefined) return parts as T
  const { description, ...rest } = described[0]
  const anyOf = parts.anyOf.map((one: unknown) => (one === described[0] ? rest : one))
  return { ...parts, description, anyOf } as T
}

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE']

/** By path, so that what belongs together is read together; reading comes first, removing last. */
function paths(all: readonly Operation[]): Record<string, Record<string, ReturnType<typeof operationEntry>>> {
  const ordered = all.toSorted((a, b) =>
    a.path < b.path ? -1 : a.path > b.path ? 1 : METHODS.indexOf(a.method) - METHODS.indexOf(b.method),
  )
  const found: Record<string, Record<string, ReturnType<typeof operationEntry>>> = {}
  for (const operation of ordered)
    found[operation.path] = { ...found[operation.path], [operation.method.toLowerCase()]: operationEntry(operation) }
  return found
}
