'use client'

import { useMutation } from '@tanstack/react-query'
import { useContext } from 'react'
import { ApiProblem } from '@/app/(depot)/_data/call'
import { errorSentence } from '@/app/(depot)/_data/error-sentence'
import { DepotContext } from '@/app/(depot)/_depot/depot-context'
import { messageWords, type RefusalReading, sentence } from '@/components/format/refusal-words'
import type { Text } from '@/components/messages/text'
import { useLocale, useText } from '@/components/messages/use-text'

/** What went wrong with something that was sent: a sentence for each faulty field, and one for the rest. */
export type Faults = { fields: Readonly<Record<string, string>>; rest: string | null; status?: number }

type Clock = Omit<RefusalReading, 'text'>

const NONE: Faults = { fields: {}, rest: null }

/**
 * Sends a change and keeps what the server says against it, so that each sentence can stand at its field.
 * @param send the call; `after` runs when it succeeded
 */
export function useSend<Input, Answer>(send: (input: Input) => Promise<Answer>, after?: (answer: Answer) => unknown) {
  const text = useText()
  const mutation = useMutation({ mutationFn: send, onSuccess: (answer) => after?.(answer) })
  const locale = useLocale()
  const zone = useContext(DepotContext)?.location.timeZone
  const faults = mutation.error ? faultsOf(mutation.error, text, { locale, zone }) : NONE
  return { send: mutation.mutate, sending: mutation.isPending, faults, forget: mutation.reset }
}

function faultsOf(error: Error, text: Text, clock: Clock): Faults {
  if (!(error instanceof ApiProblem)) return { fields: {}, rest: errorSentence(error, text) }
  const { errors = [], status } = error.problem
  const fields = Object.fromEntries(
    errors
      .filter(({ path }) => path)
      .map((fault) => [fault.path, sentence(messageWords(fault.message, { text, ...clock }) ?? fault.message)]),
  )
  return { fields, rest: Object.keys(fields).length > 0 ? null : errorSentence(error, text, clock), status }
}
