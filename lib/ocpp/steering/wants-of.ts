import type { Wants } from '@/lib/ocpp/profiles/unit'
import type { PlannedSession } from '@/lib/planning/load-steered'
import { includes } from '@/lib/time/interval'

/** A vehicle that has so much takes less and less, and may say that it is full (percent). */
const NEARLY_FULL_SOC = 99

/**
 * Whether a vehicle takes power now, if it is given any. After its departure, while its plan pauses, and while the plan
 * only keeps power for its preconditioning, which it may not use, nothing is expected of it.
 */
export function wantsOf(
  {
    isScheduled,
    departure,
    segments,
    measuredSoc,
  }: Pick<PlannedSession, 'isScheduled' | 'departure' | 'segments' | 'measuredSoc'>,
  now: number,
): Wants | undefined {
  if (measuredSoc !== null && measuredSoc >= NEARLY_FULL_SOC) return 'nothing'
  if (departure !== null && departure <= now) return 'nothing'
  if (departure !== null && isScheduled) {
    const segment = segments?.find((candidate) => includes(candidate, now))
    if (!segment || segment.powerkW <= 0 || segment.tag?.includes('preconditioning')) return 'nothing'
  }
  return measuredSoc === null ? undefined : 'surely'
}
