import type { AlarmKind } from '@/lib/contract/alarm'
import { MINUTE_MS } from '@/lib/time/interval'

/**
 * When an alarm of a kind begins and ends. `afterMs`: so long its cause has been there, by the fact itself; `seenMs`: and
 * so long we have seen it, so that what was true while nobody looked (after a restart) has the time to pass.
 * `clearsAfterMs`: so long its cause is gone before it ends.
 */
export type AlarmRule = { afterMs: number; seenMs: number; clearsAfterMs: number }

/** No power, too little power and silence have lasted for minutes already when they become facts. */
export const ALARM_RULES: Record<AlarmKind, AlarmRule> = {
  'limit.exceeded': { afterMs: 0, seenMs: MINUTE_MS, clearsAfterMs: 2 * MINUTE_MS },
  'vehicle.will-miss': { afterMs: 0, seenMs: 2 * MINUTE_MS, clearsAfterMs: 2 * MINUTE_MS },
  'station.fault': { afterMs: 0, seenMs: MINUTE_MS / 2, clearsAfterMs: MINUTE_MS },
  'vehicle.not-charging': { afterMs: 0, seenMs: MINUTE_MS, clearsAfterMs: MINUTE_MS },
  'vehicle.not-plugged-in': { afterMs: 5 * MINUTE_MS, seenMs: MINUTE_MS, clearsAfterMs: MINUTE_MS / 2 },
  'station.offline': { afterMs: 2 * MINUTE_MS, seenMs: 2 * MINUTE_MS, clearsAfterMs: MINUTE_MS },
  'vehicle.falls-behind': { afterMs: 0, seenMs: MINUTE_MS, clearsAfterMs: 2 * MINUTE_MS },
  // An import may come in several calls, and who is at it may send the rest meanwhile.
  'import.refused': { afterMs: 0, seenMs: MINUTE_MS, clearsAfterMs: 0 },
}
