'use client'

import { useMutation } from '@tanstack/react-query'
import { ApiProblem } from '@/app/(depot)/_data/call'
import { errorSentence } from '@/app/(depot)/_data/error-sentence'
import { useClock } from '@/app/(depot)/_data/use-clock'
import { faultSentence, type RefusalReading } from '@/components/format/refusal-words'
import type { Text } from '@/components/messages/text'
import { useText } from '@/components/messages/use-text'

/** What went wrong with something that was sent: a sentence for each faulty field, and one for the rest. */
export type Faults = { fields: Readonly<Record<string, string>>; rest: string | null; status?: number }

const NONE: Faults = { fields: {}, rest: null }

/**
 * Sends a change and keeps what the server says against it, so that each sentence can stand at its field.
 * @param send the call; `after` runs when it succeeded
 */
export function useSend<Input, Answer>(send: (input: Input) => Promise<Answer>, after?: (answer: Answer) => unknown) {
  const text = useText()
  const mutation = useMutation({ mutationFn: send, onSuccess: (answer) => after?.(answer) })
  const clock = useClock()
  const faults = mutation.error ? faultsOf(mutation.error, text, clock) : NONE
  return { send: mutation.mutate, sending: mutation.isPending, faults, forget: mutation.reset }
}

function faultsOf(error: Error, text: Text, clock: Omit<RefusalReading, 'text'>): Faults {
  if (!(error instanceof ApiProblem)) return { fields: {}, rest: errorSentence(error, text) }
  const { errors = [], status } = error.problem
  const fields = Object.fromEntries(
    errors.filter(({ path }) => path).map((fault) => [fault.path, faultSentence(fault.message, { text, ...clock })]),
  )
  return { fields, rest: Object.keys(fields).length > 0 ? null : errorSentence(error, text, clock), status }
}
