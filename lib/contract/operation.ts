import type { z } from 'zod'

/** Who may call: nobody needs to be known (`open`), or at least this role. */
export type Permission = 'open' | 'read' | 'write' | 'admin'

export type Answer = {
  description: string
  schema?: z.ZodType
  example?: unknown
  headers?: Record<string, string>
  mediaType?: string
}

/**
 * One call of the API: the single source of its validation, its types, its OpenAPI entry and its browser client.
 * `path` is below `/api`, with `{name}` for path parameters. `repeatable` names query parameters that may come again.
 */
export type Operation = {
  id: string
  method: 'GET' | 'PUT' | 'PATCH' | 'POST' | 'DELETE'
  path: string
  tag: string
  summary: string
  description?: string
  permission: Permission
  params?: z.ZodObject
  query?: z.ZodObject
  repeatable?: readonly string[]
  /** Header names that the call reads, with what they are for. */
  headers?: Record<string, string>
  body?: z.ZodType
  /** The call makes sense without a body too. */
  bodyOptional?: boolean
  /** What the document shows for the body where `body` is looser, because its entries are validated one by one. */
  documentedBody?: z.ZodType
  bodyExample?: unknown
  /** How long the call may take once its body is read; a stream has no end (null). 15 s unless it says so. */
  deadlineSeconds?: number | null
  /** Health and sign-in: a few connections to the database are kept for each, which no load can take. */
  reserved?: 'identity' | 'entrance'
  /** A read that costs much: a caller has a few of them at once, the others wait, and too many are refused (429). */
  expensive?: boolean
  /** The refresh token itself opens the call, beside access tokens: for programs that can hold one secret only. */
  takesRefreshToken?: boolean
  answers: Record<number, Answer>
  /** The refusals that this call may answer besides 400, 401 and 500. */
  refusals?: readonly (404 | 408 | 409 | 412 | 422 | 429 | 503)[]
}

/** Declares an operation and keeps its exact types. */
export function operation<const O extends Operation>(declared: O): O {
  return declared
}

type Parsed<S> = S extends z.ZodType ? z.output<S> : undefined
type Sent<S> = S extends z.ZodType ? z.input<S> : undefined

/** What a handler gets: parsed values. */
export type OperationInput<O extends Operation> = {
  params: Parsed<O['params']>
  query: Parsed<O['query']>
  body: O extends { bodyOptional: true } ? Parsed<O['body']> | undefined : Parsed<O['body']>
}

/** What a client sends: values as they are on the wire. */
export type OperationRequest<O extends Operation> = (O['params'] extends z.ZodType
  ? { params: Sent<O['params']> }
  : unknown) &
  (O['query'] extends z.ZodType ? { query?: Sent<O['query']> } : unknown) &
  (O['body'] extends z.ZodType
    ? O extends { bodyOptional: true }
      ? { body?: Sent<O['body']> }
      : { body: Sent<O['body']> }
    : unknown) & { headers?: Record<string, string> }

type SuccessSchema<A> = {
  [S in keyof A]: S extends 200 | 201 ? (A[S] extends { schema: infer T } ? T : never) : never
}[keyof A]

/** What a successful call answers with. */
export type OperationAnswer<O extends Operation> =
  SuccessSchema<O['answers']> extends z.ZodType ? z.output<SuccessSchema<O['answers']>> : undefined
