import { isDatabaseAway, isDatabaseBusy, isDiskFull } from '@/lib/db/database-away'
import { diskIsFull } from '@/lib/db/disk-room'
import { type Fault, Refusal, type RefusalCode, refusalOf } from '@/lib/errors'
import { currentRequestId, log } from '@/lib/log'

/** The one table from the error family to HTTP (RFC 9110 for titles). */
const STATUS: Record<RefusalCode, { status: number; title: string }> = {
  malformed: { status: 400, title: 'Bad Request' },
  unauthorised: { status: 401, title: 'Unauthorized' },
  notFound: { status: 404, title: 'Not Found' },
  methodNotAllowed: { status: 405, title: 'Method Not Allowed' },
  tooSlow: { status: 408, title: 'Request Timeout' },
  conflict: { status: 409, title: 'Conflict' },
  stale: { status: 412, title: 'Precondition Failed' },
  tooLarge: { status: 413, title: 'Content Too Large' },
  unsupportedMediaType: { status: 415, title: 'Unsupported Media Type' },
  impossible: { status: 422, title: 'Unprocessable Content' },
  tooManyRequests: { status: 429, title: 'Too Many Requests' },
  unavailable: { status: 503, title: 'Service Unavailable' },
}

export type Problem = {
  type: string
  title: string
  status: number
  detail: string
  instance: string
  errors?: Fault[]
}

/** A refusal as RFC 9457 problem details; `instance` is the path that was called. */
export function problemOf(refusal: Refusal, instance: string): Problem {
  const { status, title } = STATUS[refusal.code]
  const problem: Problem = { type: 'about:blank', title, status, detail: refusal.message, instance }
  if (refusal.more.faults) problem.errors = refusal.more.faults
  return problem
}

/**
 * Answers whatever was thrown: a refusal as its problem, a database that is away, busy or full as a 503, anything else as a 500 whose
 * id is in the log.
 */
export function problemResponse(thrown: unknown, instance: string): Response {
  const refusal = refusalOf(thrown)
  if (refusal) {
    const problem = problemOf(refusal, instance)
    const headers = new Headers(refusal.more.headers)
    if (problem.status === 401) headers.set('WWW-Authenticate', 'Bearer realm="Readyline"')
    return respond(problem, headers)
  }
  if (isDatabaseAway(thrown)) {
    log.warn({ err: thrown, instance }, 'the database is away')
    return problemResponse(AWAY, instance)
  }
  if (isDiskFull(thrown)) {
    log.error({ err: thrown, instance }, 'the disk of the database is full')
    return problemResponse(diskIsFull(), instance)
  }
  if (isDatabaseBusy(thrown)) {
    log.warn({ err: thrown, instance }, 'the database is too busy')
    return problemResponse(BUSY, instance)
  }
  const id = currentRequestId() ?? crypto.randomUUID()
  log.error({ err: thrown, errorId: id, instance }, 'a request failed')
  return respond(
    {
      type: 'about:blank',
      title: 'Internal Server Error',
      status: 500,
      detail: `Something went wrong on our side. The log has it under the id ${id}.`,
      instance,
    },
    new Headers(),
  )
}

const AWAY = new Refusal('unavailable', 'The database cannot be reached at this moment. Try again shortly.', {
  headers: { 'Retry-After': '2' },
})

const BUSY = new Refusal(
  'unavailable',
  'The database is too busy at this moment; nothing was stored. Try again shortly.',
  {
    headers: { 'Retry-After': '2' },
  },
)

function respond(problem: Problem, headers: Headers): Response {
  headers.set('Content-Type', 'application/problem+json')
  headers.set('Cache-Control', 'no-store')
  return new Response(JSON.stringify(problem), { status: problem.status, headers })
}
