/** Why a request is refused. `lib/http/problem.ts` holds the one table from code to HTTP status. */
export type RefusalCode =
  | 'malformed'
  | 'impossible'
  | 'unauthorised'
  | 'notFound'
  | 'methodNotAllowed'
  | 'tooSlow'
  | 'conflict'
  | 'stale'
  | 'tooLarge'
  | 'unsupportedMediaType'
  | 'tooManyRequests'
  | 'unavailable'

/** One fault in the input: `path` as in `schedules[3].targetSoC`, `message` a sentence that says what to send instead. */
export type Fault = { path: string; message: string }

/**
 * The one error family: a request that is refused with a sentence for its sender. Anything else that is thrown is a
 * defect and becomes a 500 with an id.
 */
export class Refusal extends Error {
  override readonly name = 'Refusal'

  constructor(
    readonly code: RefusalCode,
    message: string,
    readonly more: { faults?: Fault[]; headers?: Record<string, string> } = {},
  ) {
    super(message)
  }
}

/** The refusal in what was thrown, however deep: the query builder wraps what it could not do. */
export function refusalOf(thrown: unknown): Refusal | null {
  for (let cause = thrown; cause instanceof Error; cause = cause.cause) if (cause instanceof Refusal) return cause
  return null
}

/** A value that is wrong by itself: 400 with every fault. */
export function malformed(faults: Fault[]): Refusal {
  return new Refusal('malformed', sentenceOf(faults), { faults })
}

/** Values that are impossible together or with what is stored: 422 with every fault. */
export function impossible(faults: Fault[]): Refusal {
  return new Refusal('impossible', sentenceOf(faults), { faults })
}

function sentenceOf(faults: Fault[]): string {
  const first = faults[0]
  if (!first) return 'The request cannot be served as it is.'
  const rest = faults.length > 1 ? ` (and ${faults.length - 1} more, see errors)` : ''
  return `${first.path ? `${first.path}: ` : ''}${first.message}${rest}`
}
