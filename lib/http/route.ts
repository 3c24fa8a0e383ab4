import { authenticate } from '@/lib/auth/authenticate'
import type { Context } from '@/lib/context'
import { hasRole, type Principal, SYSTEM } from '@/lib/context'
import type { Operation, OperationInput } from '@/lib/contract/operation'
import { connection, reservedConnection } from '@/lib/db/client'
import { withDeadline } from '@/lib/db/deadline'
import { Refusal } from '@/lib/errors'
import { FairQueue } from '@/lib/http/fair-queue'
import { jsonInSlices } from '@/lib/http/json-in-slices'
import { parseInput } from '@/lib/http/parse-input'
import { problemResponse } from '@/lib/http/problem'
import { limits } from '@/lib/limits'
import { observeRequest } from '@/lib/metrics/registry'

/** A web-standard handler with nothing of Next inside: it runs under Next, and a server can call it directly. */
export type RouteHandler = ((request: Request, route: { params: Promise<Params> }) => Promise<Response>) & {
  readonly operation: Operation
}
type Params = Record<string, string | string[] | undefined>

/** A list is a header that comes several times. */
type ReplyHeaders = Record<string, string | string[]>

/** An answer that is more than a 200 with a JSON body. */
export class Reply {
  constructor(
    readonly status: number,
    readonly body?: unknown,
    readonly headers: ReplyHeaders = {},
  ) {}
}

/** Answers with this status, JSON body (none: no body) and headers. */
export function reply(status: number, body?: unknown, headers?: ReplyHeaders): Reply {
  return new Reply(status, body, headers)
}

/** JSON that is text already, because the database built it; it is sent as it is. */
export class JsonText {
  constructor(readonly text: string) {}
}

export type RouteInput<O extends Operation> = OperationInput<O> & { context: Context; request: Request }

/**
 * Makes the handler of an operation: who may, what comes in, which verb, what goes out. Everything that is thrown
 * becomes problem+json.
 * @param handle returns the JSON body of a 200, a `Reply`, a `JsonText`, or a `Response` of its own
 */
export function route<O extends Operation>(
  operation: O,
  handle: (input: RouteInput<O>) => Promise<unknown>,
): RouteHandler {
  const handler = async (request: Request, { params }: { params: Promise<Params> }): Promise<Response> => {
    const started = performance.now()
    const response = await answer(request, params).catch((thrown: unknown) =>
      problemResponse(thrown, new URL(request.url).pathname),
    )
    const { id, method } = operation
    const seconds = (performance.now() - started) / 1000
    observeRequest({ operation: id, method, status: response.status, seconds })
    return response
  }
  const answer = async (request: Request, params: Promise<Params>): Promise<Response> => {
    const now = Date.now()
    const who = await withDeadline(limits.requestMs, () => admit(operation, request, now))
    const input = await parseInput(operation, request, plain(await params))
    const { db } = operation.reserved ? reservedConnection(operation.reserved) : connection()
    const context: Context = { who, now, db }
    const work = () => handle({ ...(input as OperationInput<O>), context, request })
    const inTurn = () => (operation.expensive ? expensiveReads.run(`${who.kind} ${who.id}`, work) : work())
    return toResponse(await withDeadline(longestMsOf(operation), inTurn))
  }
  return Object.assign(handler, { operation })
}

/** Two at a time for each caller, so that one who asks for a year in pieces leaves room; a page asks for a few at once. */
const expensiveReads = new FairQueue({ inside: 4, insideEach: 2, waitingEach: 30 })

function longestMsOf({ deadlineSeconds }: Operation): number | null {
  if (deadlineSeconds === undefined) return limits.requestMs
  return deadlineSeconds === null ? null : deadlineSeconds * 1_000
}

/** Who asks, or a 401: closed unless the operation says that it is open. */
async function admit(operation: Operation, request: Request, now: number): Promise<Principal> {
  if (operation.permission === 'open') return SYSTEM
  const who = await authenticate(request, now, { refreshToken: operation.takesRefreshToken === true })
  if (!who) throw new Refusal('unauthorised', 'Sign in, or send a valid access token as Authorization: Bearer ….')
  if (!hasRole(who, operation.permission))
    throw new Refusal('unauthorised', `This needs the permission "${operation.permission}"; yours is "${who.role}".`)
  return who
}

/** Next resolves the parameters of a path that has none to null or undefined. */
function plain(params: Params | null | undefined): Record<string, string> {
  return Object.fromEntries(
    Object.entries(params ?? {}).map(([name, value]) => [name, Array.isArray(value) ? value.join('/') : (value ?? '')]),
  )
}

async function toResponse(answer: unknown): Promise<Response> {
  if (answer instanceof Response) return answer
  const { status, body, headers } = answer instanceof Reply ? answer : new Reply(200, answer)
  const all = new Headers(
    Object.entries({ 'Cache-Control': 'no-store', ...headers }).flatMap(([name, values]) =>
      [values].flat().map((value): [string, string] => [name, value]),
    ),
  )
  if (body === undefined) return new Response(null, { status, headers: all })
  all.set('Content-Type', 'application/json')
  return new Response(body instanceof JsonText ? body.text : await jsonInSlices(body), { status, headers: all })
}
