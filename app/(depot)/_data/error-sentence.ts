import { ApiProblem } from '@/app/(depot)/_data/call'
import { messageWords, type RefusalReading, sentence } from '@/components/format/refusal-words'
import type { Text } from '@/components/messages/text'
import type { ProblemDetails } from '@/lib/contract/problem-details'

const KINDS = [400, 401, 404, 409, 412, 422, 429, 503] as const

/**
 * What went wrong, in the reader's words where the catalogues know the server's sentence, else that sentence, before which
 * another language says the kind of refusal. What this page refuses by itself is in the reader's language already.
 */
export function errorSentence(error: unknown, text: Text, clock: Omit<RefusalReading, 'text'> = {}): string {
  if (!(error instanceof ApiProblem)) return text('error.network')
  const { problem } = error
  if (problem.instance === '') return problem.detail
  const reading = { text, ...clock }
  const words = messageWords(problem.detail, reading)
  return words === null ? (faultWords(problem, reading) ?? byStatus(problem, text)) : sentence(words)
}

/** The first fault at its path, where the catalogue has words for it. */
function faultWords({ errors: [first] = [] }: ProblemDetails, reading: RefusalReading): string | null {
  const words = first && messageWords(first.message, reading)
  if (!first || !words) return null
  return first.path === '' ? sentence(words) : `${first.path}: ${words}`
}

function byStatus({ status, detail }: ProblemDetails, text: Text): string {
  const kind = KINDS.find((known) => known === status)
  return kind ? text(`problem.${kind}`, { detail }) : text('problem.other', { detail })
}
