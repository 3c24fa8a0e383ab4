import type { Cause } from '@/lib/alarms/decide-alarms'

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
  return [
    {
      ...{ kind: 'limit.exceeded', subject: '', begins: measuredKw > limitKw + band, since: null, about: {} },
      cause: `The site draws ${Math.round(measuredKw)} kW, and its limit is ${Math.round(limitKw)} kW.`,
      advice: 'Look on the page Chargers for one that draws more than it was told, and stop it.',
    },
  ]
}
