'use client'

import { useMutation } from '@tanstack/react-query'
import { ApiProblem } from '@/app/(depot)/_data/call'
import { errorSentence } from '@/app/(depot)/_data/error-sentence'
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
  const faults = mutation.error ? faultsOf(mutation.error, text) : NONE
  return { send: mutation.mutate, sending: mutation.isPending, faults, forget: mutation.reset }
}

function faultsOf(error: Error, text: Text): Faults {
  if (!(error instanceof ApiProblem)) return { fields: {}, rest: errorSentence(error, text) }
  const { errors = [], status } = error.problem
  const fields = Object.fromEntries(
    errors.filter(({ path }) => path).map(({ path, message }) => [path, sentence(message)]),
  )
  return { fields, rest: Object.keys(fields).length > 0 ? null : errorSentence(error, text), status }
}

/** The API's messages continue their path ("must be at most 100 %"); alone at a field they begin a sentence. */
export function sentence(message: string): string {
  return `${message.charAt(0).toUpperCase()}${message.slice(1)}${/[.!?]$/.test(message) ? '' : '.'}`
}
