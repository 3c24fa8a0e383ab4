import { setTimeout as sleep } from 'node:timers/promises'
import { removeOldAlarms } from '@/lib/alarms/remove-old-alarms'
import { removeEndedAccess } from '@/lib/auth/remove-ended-access'
import { removeOldReadings } from '@/lib/charging/remove-old-readings'
import type { Database } from '@/lib/db/client'
import type { Env } from '@/lib/env'
import { log } from '@/lib/log'
import { removeOldPlans } from '@/lib/planning/remove-old-plans'

/** Between two steps, so that removals never keep the database busy. */
const PAUSE_MS = 200

/** For how many days what is kept. */
export type Retention = Pick<
  Env,
  'planDetailRetentionDays' | 'historyRetentionDays' | 'meterValuesRetentionDays' | 'meterMeansRetentionDays'
>

/**
 * Removes everything that is past its time, one small step after the other, until nothing is or the signal says to end.
 * Vehicles, schedules and a site's daily peaks stay. What fails is logged and does not keep the others.
 */
export async function tidy(db: Database, retention: Retention, now: number, signal: AbortSignal): Promise<void> {
  for (const [what, steps] of Object.entries(removals(db, retention, now))) {
    let removed = 0
    try {
      for await (const count of steps) {
        removed += count
        if (signal.aborted) return
        await sleep(PAUSE_MS, undefined, { signal }).catch(() => {})
      }
    } catch (error) {
      log.error({ err: error, what }, 'what is past its time could not be removed; the next hour tries again')
    }
    if (removed > 0) log.info({ what, removed }, 'removed what is past its time')
  }
}

function removals(db: Database, retention: Retention, now: number): Record<string, AsyncGenerator<number>> {
  const { planDetailRetentionDays: detailDays, historyRetentionDays: days } = retention
  const { meterValuesRetentionDays: valuesDays, meterMeansRetentionDays: meansDays } = retention
  return {
    plans: removeOldPlans(db, { detailDays, days }, now),
    readings: removeOldReadings(db, { valuesDays, meansDays, eventsDays: days }, now),
    access: removeEndedAccess(db, days, now),
    alarms: removeOldAlarms(db, days, now),
  }
}
