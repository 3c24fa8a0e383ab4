/** The parts of an OpenAPI 3.1 document that the reference shows. */
export type ApiDocument = {
  info: { title: string; version: string; description?: string }
  tags?: { name: string; description?: string /** In the reader's language. */; 'x-displayName'?: string }[]
  paths?: Record<string, Record<string, ApiOperation>>
  components?: { schemas?: Record<string, ApiSchema>; responses?: Record<string, ApiResponse> }
}

export type ApiOperation = {
  operationId: string
  tags?: string[]
  summary?: string
  description?: string
  parameters?: ApiParameter[]
  requestBody?: { content: Record<string, ApiContent> }
  responses: Record<string, ApiResponse>
}

export type ApiParameter = { in: string; name: string; required?: boolean; description?: string; schema: ApiSchema }
export type ApiContent = { schema?: ApiSchema; example?: unknown }
export type ApiResponse = {
  $ref?: string
  description?: string
  headers?: Record<string, { description?: string }>
  content?: Record<string, ApiContent>
}

export type ApiSchema = {
  $ref?: string
  type?: string | string[]
  format?: string
  description?: string
  example?: unknown
  enum?: unknown[]
  const?: unknown
  anyOf?: ApiSchema[]
  oneOf?: ApiSchema[]
  items?: ApiSchema
  properties?: Record<string, ApiSchema>
  required?: string[]
  minimum?: number
  maximum?: number
  minLength?: number
  maxLength?: number
  maxItems?: number
}

/** One call with where it is. */
export type ApiCall = { method: string; path: string; operation: ApiOperation }

/** The calls of a tag; `tag` is its name in the document, `name` what the reader calls it. */
export type TaggedCalls = { tag: string; name: string; note?: string; calls: ApiCall[] }

/** The calls by tag, in the document's order. */
export function callsByTag({ paths = {}, tags = [] }: ApiDocument): TaggedCalls[] {
  const calls = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method: method.toUpperCase(), path, operation })),
  )
  return tags.map(({ name, description, 'x-displayName': shown = name }) => ({
    ...{ tag: name, name: shown, note: description },
    calls: calls.filter(({ operation }) => operation.tags?.includes(name)),
  }))
}

/** The last word of a reference: `#/components/schemas/Vehicle` is `Vehicle`. */
export function nameOfRef(ref: string): string {
  return ref.slice(ref.lastIndexOf('/') + 1)
}
