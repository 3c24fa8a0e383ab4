'use client'

import { useCallback, useRef, useState } from 'react'
import { ApiProblem } from '@/app/(depot)/_data/call'
import { errorSentence } from '@/app/(depot)/_data/error-sentence'
import { useClock } from '@/app/(depot)/_data/use-clock'
import { faultSentence, type RefusalReading } from '@/components/format/refusal-words'
import type { Text } from '@/components/messages/text'
import { useText } from '@/components/messages/use-text'

/** What went wrong with something that was sent: a sentence for each faulty field, and one for the rest. */
export type Faults = { fields: Readonly<Record<string, string>>; rest: string | null; status?: number }

const NONE: Faults = { fields: {}, rest: null }

type Sent = { sending: boolean; error: Error | null }
const IDLE: Sent = { sending: false, error: null }

/** A call that takes nothing is sent without an argument. */
type Send<Input> = (...[input]: undefined extends Input ? [input?: Input] : [input: Input]) => void

/**
 * Sends a change and keeps what the server says against it, so that each sentence can stand at its field. It needs no
 * cache of answers: the page on which people sign in has none.
 * @param send the call; `after` runs when it succeeded
 */
export function useSend<Input, Answer>(send: (input: Input) => Promise<Answer>, after?: (answer: Answer) => unknown) {
  const text = useText()
  const clock = useClock()
  const [{ sending, error }, setSent] = useState(IDLE)
  const latest = useRef({ send, after })
  latest.current = { send, after }
  /** Counts what is sent: an answer to what was sent before the last one changes nothing here. */
  const turn = useRef(0)
  const run = useCallback<Send<Input>>(async (...[input]) => {
    turn.current += 1
    const mine = turn.current
    const say = (sent: Sent) => mine === turn.current && setSent(sent)
    say({ sending: true, error: null })
    try {
      const answer = await latest.current.send(input as Input)
      await latest.current.after?.(answer)
      say(IDLE)
    } catch (failed) {
      say({ sending: false, error: failed instanceof Error ? failed : new Error(String(failed)) })
    }
  }, [])
  const forget = useCallback(() => {
    turn.current += 1
    setSent(IDLE)
  }, [])
  return { send: run, sending, faults: error ? faultsOf(error, text, clock) : NONE, forget }
}

function faultsOf(error: Error, text: Text, clock: Omit<RefusalReading, 'text'>): Faults {
  if (!(error instanceof ApiProblem)) return { fields: {}, rest: errorSentence(error, text) }
  const { errors = [], status } = error.problem
  const fields = Object.fromEntries(
    errors.filter(({ path }) => path).map((fault) => [fault.path, faultSentence(fault.message, { text, ...clock })]),
  )
  return { fields, rest: Object.keys(fields).length > 0 ? null : errorSentence(error, text, clock), status }
}
