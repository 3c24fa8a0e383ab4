import type { Cause } from '@/lib/alarms/decide-alarms'
import { ADVICE_SENTENCES, alarmAdvice } from '@/lib/contract/sentences'

/** Meters differ by so much from what they were told to keep: this share of the limit, and at least 1 kW. */
const BAND = 0.01
const BAND_KW = 1

/**
 * The site draws more than its limit, by what chargers say. Plans go right up to the limit, so a reading just above it
 * begins nothing; an alarm goes on until the power is at the limit again.
 * @param measuredKw of the whole site; null: not everything is measured
 */
export function limitCause(measuredKw: number | null, limitKw: number | null): Cause[] {
  if (measuredKw === null || limitKw === null) return []
  const band = Math.max(BAND_KW, BAND * limitKw)
  if (measuredKw <= limitKw + band / 2) return []
  const details = { measuredkW: Math.round(measuredKw), limitkW: Math.round(limitKw) }
  return [
    {
      ...{ kind: 'limit.exceeded', subject: '', begins: measuredKw > limitKw + band, since: null, about: { details } },
      cause: `The site draws ${details.measuredkW} kW, and its limit is ${details.limitkW} kW.`,
      advice: ADVICE_SENTENCES[alarmAdvice('limit.exceeded')],
    },
  ]
}
