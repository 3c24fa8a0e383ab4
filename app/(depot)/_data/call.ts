import { addressOf } from '@/app/(depot)/_data/address'
import { takeAlong } from '@/app/(depot)/_data/came-along'
import type { OperationAnswer, OperationRequest } from '@/lib/contract/operation'
import type { OperationId, Operations } from '@/lib/contract/operations'
import type { ProblemDetails } from '@/lib/contract/problem-details'

/** The server refused a call: its problem details. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem'

  constructor(readonly problem: ProblemDetails) {
    super(problem.detail)
  }
}

/** A refusal by the page itself, in its words: what was asked cannot be done on what the server says. */
export function refusal(detail: string): ApiProblem {
  return new ApiProblem({ type: 'about:blank', title: detail, status: 422, detail, instance: '' })
}

type Declared<Id extends OperationId> = Operations[Id]
type Route<Id extends OperationId> = `${Declared<Id>['method']} ${Declared<Id>['path']}`
type Loose = {
  params?: Record<string, string>
  query?: Record<string, unknown>
  body?: unknown
  headers?: Record<string, string>
}

/** A successful answer with the version (ETag) of what it describes. */
export type Answered<T> = { body: T; etag: string | null }

/**
 * Calls the public API as the signed-in person. Only types come from the contract, so the browser loads none of it;
 * the compiler checks that the route is the operation's own.
 *
 * @example await call('getVehicle', 'GET /vehicles/{vehicleId}', { params: { vehicleId } })
 * @throws ApiProblem when the server refuses; TypeError when it cannot be reached
 */
export async function call<Id extends OperationId>(
  _operation: Id,
  route: Route<Id>,
  request: OperationRequest<Declared<Id>>,
  signal?: AbortSignal,
): Promise<Answered<OperationAnswer<Declared<Id>>>> {
  const { body, headers = {} } = request as Loose
  const [method = 'GET', path = ''] = route.split(' ')
  const address = addressOf(path, request as Loose)
  const known = method === 'GET' ? takeAlong(address) : undefined
  if (known !== undefined) return { body: known as OperationAnswer<Declared<Id>>, etag: null }
  const response = await fetch(`/api${address}`, {
    method,
    headers: {
      accept: 'application/json',
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    body: body === undefined ? undefined : JSON.stringify(body),
    signal,
  })
  if (!response.ok) throw new ApiProblem(await problemOf(response))
  const answer = response.status === 204 ? undefined : await response.json()
  return { body: answer as OperationAnswer<Declared<Id>>, etag: response.headers.get('etag') }
}

async function problemOf(response: Response): Promise<ProblemDetails> {
  const nothing = { type: 'about:blank', title: response.statusText, status: response.status, instance: response.url }
  try {
    const problem = (await response.json()) as ProblemDetails
    return { ...nothing, ...problem, detail: problem.detail ?? problem.title ?? response.statusText }
  } catch {
    return { ...nothing, detail: `${response.status} ${response.statusText}`.trim() }
  }
}
