import type { ZodOpenApiResponseObject } from 'zod-openapi'
import type { Operation } from '@/lib/contract/operation'
import { ProblemDetails } from '@/lib/contract/problem-details'

type Described = {
  name: string
  title: string
  description: string
  detail: string
  errors?: { path: string; message: string }[]
  headers?: Record<string, string>
}

/** Every refusal that a call may answer with (RFC 9457), with an example of each. */
const REFUSALS: Record<number, Described> = {
  400: {
    name: 'BadRequest',
    title: 'Bad Request',
    description: 'Malformed, or a value that is wrong by itself. `errors` has all faults.',
    detail: 'schedules[3].targetSoC: must be at most 100 %',
    errors: [{ path: 'schedules[3].targetSoC', message: 'must be at most 100 %' }],
  },
  401: {
    name: 'Unauthorized',
    title: 'Unauthorized',
    description: 'No valid token, or one without the permission that the call needs.',
    detail: 'Sign in, or send a valid access token as Authorization: Bearer ….',
    headers: { 'WWW-Authenticate': 'The scheme to use: Bearer' },
  },
  404: {
    name: 'NotFound',
    title: 'Not Found',
    description: 'There is no such object, or it belongs to a location that the token does not see.',
    detail: 'There is no vehicle with the id example-bus-12.',
  },
  408: {
    name: 'RequestTimeout',
    title: 'Request Timeout',
    description: 'The body has not come in within 60 s.',
    detail: 'The body has not come in within 60 s. Send it again, faster.',
  },
  409: {
    name: 'Conflict',
    title: 'Conflict',
    description: 'It conflicts with what is stored: a taken MAC address, an overlap, more removals than `maxRemoved`.',
    detail: 'The MAC address 00:00:5E:00:53:12 belongs to the vehicle bus-7. Remove it there first.',
  },
  412: {
    name: 'PreconditionFailed',
    title: 'Precondition Failed',
    description: 'The object has changed since the ETag in `If-Match` was read, or is gone.',
    detail: 'This has changed since you read it (or is gone). Read it again, then repeat your change.',
  },
  413: {
    name: 'ContentTooLarge',
    title: 'Content Too Large',
    description: 'The body is over 5 MiB.',
    detail: 'The body is over 5 MiB. Send it in parts.',
  },
  415: {
    name: 'UnsupportedMediaType',
    title: 'Unsupported Media Type',
    description: 'The body is not `application/json` in UTF-8, or is compressed.',
    detail: 'Send the body as JSON with the header Content-Type: application/json.',
  },
  422: {
    name: 'UnprocessableContent',
    title: 'Unprocessable Content',
    description: 'Values that are impossible together or with what is stored. `errors` has all faults.',
    detail: 'schedules[0].plannedDepartureTime: must be after the arrival',
    errors: [{ path: 'schedules[0].plannedDepartureTime', message: 'must be after the arrival' }],
  },
  429: {
    name: 'TooManyRequests',
    title: 'Too Many Requests',
    description: 'Too many attempts to get in, or too many large reads of one caller at once.',
    detail: 'Too many attempts. Try again in a minute.',
    headers: { 'Retry-After': 'Seconds to wait' },
  },
  500: {
    name: 'InternalServerError',
    title: 'Internal Server Error',
    description: 'A defect on our side; the log has it under the id in `detail`.',
    detail: 'Something went wrong on our side. The log has it under the id 5f1c6a52.',
  },
  503: {
    name: 'ServiceUnavailable',
    title: 'Service Unavailable',
    description: 'Too busy, too slow, or without its database: nothing of the call is stored. Try again.',
    detail: 'The database does not answer.',
    headers: { 'Retry-After': 'Seconds to wait' },
  },
}

/** The statuses with which a call may refuse: its own, and those that follow from what it takes. */
export function refusalStatuses(operation: Operation): number[] {
  const { permission, tag, params, query, body, refusals, expensive } = operation
  const takesInput = params !== undefined || query !== undefined || body !== undefined
  const needsSecret = permission !== 'open' || tag === 'Access'
  const statuses = [
    ...(takesInput ? [400] : []),
    ...(needsSecret ? [401] : []),
    ...(body ? [408, 413, 415] : []),
    ...(expensive ? [429] : []),
    ...(needsSecret ? [503] : []),
    ...(refusals ?? []),
    500,
  ]
  return [...new Set(statuses)].sort((a, b) => a - b)
}

/** A reference to the shared description of a refusal. */
export function refusalRef(status: number): { $ref: string } {
  return { $ref: `#/components/responses/${describe(status).name}` }
}

/** The shared descriptions of all refusals, by component name. */
export function refusalComponents(): Record<string, ZodOpenApiResponseObject> {
  return Object.fromEntries(
    Object.entries(REFUSALS).map(([status, refusal]) => [refusal.name, toResponse(Number(status), refusal)]),
  )
}

function describe(status: number): Described {
  const refusal = REFUSALS[status]
  if (!refusal) throw new Error(`The document does not describe the status ${status}.`)
  return refusal
}

function toResponse(status: number, refusal: Described): ZodOpenApiResponseObject {
  const { title, description, detail, errors, headers = {} } = refusal
  const example = { type: 'about:blank', title, status, detail, instance: '/api/vehicles/example-bus-12', errors }
  if (!errors) delete example.errors
  return {
    description,
    headers: Object.fromEntries(
      Object.entries(headers).map(([name, meaning]) => [name, { description: meaning, schema: { type: 'string' } }]),
    ),
    content: { 'application/problem+json': { schema: ProblemDetails, example } },
  }
}
