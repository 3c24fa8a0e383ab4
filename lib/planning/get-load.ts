import { eq } from 'drizzle-orm'
import type { Context } from '@/lib/context'
import { canSeeLocation } from '@/lib/context'
import type { LocationLoad } from '@/lib/contract/location'
import type { Database } from '@/lib/db/client'
import { location } from '@/lib/db/schema/location'
import { Refusal } from '@/lib/errors'
import type { LocationRow } from '@/lib/planning/depot'
import { loadRange } from '@/lib/planning/load-range'
import { demandOf } from '@/lib/planning/site-of'
import { siteParts } from '@/lib/planning/site-parts'
import { hasDemandCharge, peakBefore } from '@/lib/planning/site-peaks'
import type { DemandCharge } from '@/lib/site/cost'
import { type SiteLoadInput, siteIntervals } from '@/lib/site/site-load'
import { type SiteSums, siteSums, together, totalsOf } from '@/lib/site/totals'
import { slices } from '@/lib/slices'
import { DAY_MS, HOUR_MS, type Interval } from '@/lib/time/interval'

/**
 * A location's load in a range (epoch ms), widened to whole quarter-hours: of the time that has passed what was
 * measured, and where nothing was, what was planned; the incumbent plans for what is to come. Without `from` and `to`, from 24 h ago to 36 h ahead; with `from`
 * alone 14 days of it, with `to` alone the 24 h before it.
 * @throws Refusal `notFound`; `malformed` when the range is empty or longer than 92 days
 */
export async function getLoad(
  { db, who, now }: Context,
  { locationUid, from, to }: { locationUid: string; from?: number; to?: number },
): Promise<LocationLoad> {
  const range = rangeOf(now, from, to)
  const row = canSeeLocation(who, locationUid) ? await findLocation(db, locationUid) : null
  if (!row) throw new Refusal('notFound', `There is no location ${locationUid}.`)
  const peakBeforeKw = hasDemandCharge(row) ? await peakBefore(db, row, range.from, now) : 0
  return loadOf(siteParts(db, row, range, now), demandOf(row, range, now, peakBeforeKw))
}

/** The load of parts, in slices. */
async function loadOf(parts: AsyncIterable<SiteLoadInput>, demand: DemandCharge | null): Promise<LocationLoad> {
  const pause = slices()
  const intervals: LocationLoad['intervals'] = []
  let sums: { planned: SiteSums; uncontrolled: SiteSums } | null = null
  for await (const input of parts) {
    const part = { ...input, demand }
    intervals.push(...siteIntervals(part))
    await pause()
    const planned = siteSums(part, part.planned)
    await pause()
    const uncontrolled = siteSums(part, part.uncontrolled)
    await pause()
    sums = sums
      ? { planned: together(sums.planned, planned), uncontrolled: together(sums.uncontrolled, uncontrolled) }
      : { planned, uncontrolled }
  }
  if (!sums) throw new Error('A range has no part.')
  return { intervals, totals: totalsOf(sums.planned, demand), uncontrolled: totalsOf(sums.uncontrolled, demand) }
}

/** A location's row, null when there is none. */
export async function findLocation(db: Database, locationUid: string): Promise<LocationRow | null> {
  const [row] = await db.select().from(location).where(eq(location.uid, locationUid))
  return row ?? null
}

function rangeOf(now: number, from?: number, to?: number): Interval {
  const begin = from ?? (to ?? now) - DAY_MS
  const end = to ?? (from === undefined ? now + 36 * HOUR_MS : from + 14 * DAY_MS)
  return loadRange({ from: begin, to: end })
}
