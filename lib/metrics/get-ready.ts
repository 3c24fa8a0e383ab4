import type { Ready } from '@/lib/contract/ready'
import { toTimestamp } from '@/lib/contract/timestamp'
import { checkReady } from '@/lib/db/check-ready'
import type { Database } from '@/lib/db/client'
import { isHarmful, warnOfClockDifference } from '@/lib/db/clock-difference'
import { fullDisk } from '@/lib/db/disk-room'
import { listOverduePlans } from '@/lib/plan-request/list-overdue-plans'

/**
 * Whether this instance can serve, with what is wrong although it can: one slow depot or a wrong clock must not take it
 * out of service.
 * @throws Refusal 503 when the database is away or not migrated
 */
export async function getReady(db: Database, now: number): Promise<Ready> {
  await checkReady(db)
  const overduePlans = await listOverduePlans(db, null, now)
  const differenceMs = await warnOfClockDifference(db)
  const full = fullDisk()
  return {
    status: 'ok',
    overduePlans: overduePlans.map(({ locationUid, since }) => ({ locationUid, since: toTimestamp(since) })),
    ...(isHarmful(differenceMs) && { clockDifferenceSeconds: Math.round(differenceMs) / 1000 }),
    ...(full && { diskFull: full }),
  }
}
