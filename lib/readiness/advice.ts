import type { ReadinessReason, ReadinessState } from '@/lib/contract/readiness'
import { ADVICE_SENTENCES, departureAdvice } from '@/lib/contract/sentences'

/** What to do about a departure in this state, one sentence; null where there is nothing to do but wait. */
export function adviceOf(state: ReadinessState, reason: ReadinessReason | undefined): string | null {
  const advice = departureAdvice(state, reason)
  return advice && ADVICE_SENTENCES[advice]
}
