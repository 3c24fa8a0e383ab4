import { ApiProblem } from '@/app/(depot)/_data/call'
import type { Text } from '@/components/messages/text'

const KINDS = [400, 401, 404, 409, 412, 422, 429, 503] as const

/**
 * What went wrong, for the reader. The server's sentence is English: in another language the kind of refusal stands before
 * it. What this page refuses by itself is in the reader's language already.
 */
export function errorSentence(error: unknown, text: Text): string {
  if (!(error instanceof ApiProblem)) return text('error.network')
  const { status, detail, instance } = error.problem
  if (instance === '') return detail
  const kind = KINDS.find((known) => known === status)
  return kind ? text(`problem.${kind}`, { detail }) : text('problem.other', { detail })
}
