import { eq } from 'drizzle-orm'
import { measuredSegments } from '@/lib/charging/measured-segments'
import type { Context } from '@/lib/context'
import { canSeeLocation } from '@/lib/context'
import type { LocationLoad } from '@/lib/contract/location'
import type { Database } from '@/lib/db/client'
import { location } from '@/lib/db/schema/location'
import { malformed, Refusal } from '@/lib/errors'
import type { LocationRow } from '@/lib/planning/depot'
import { fleetLoads, type Past } from '@/lib/planning/fleet-load'
import { limitIntervals } from '@/lib/site/power-limits'
import { type SiteLoadInput, STEP_MS, siteLoad } from '@/lib/site/site-load'
import { baseLoadIntervals, priceIntervals } from '@/lib/site/week-levels'
import type { DepotStay } from '@/lib/stays/depot-stay'
import { listStays } from '@/lib/stays/list-stays'
import { DAY_MS, HOUR_MS, type Interval } from '@/lib/time/interval'

const LONGEST_MS = 92 * DAY_MS
/** The last whole quarter-hour that ISO 8601 writes with four digits of the year. */
const END_OF_TIME_MS = Date.UTC(9999, 11, 31, 23, 45)

/**
 * A location's load in a range (epoch ms), widened to whole quarter-hours: what was planned for the time that has
 * passed, and the incumbent plans for what is to come. Without `from` and `to`, from 24 h ago to 36 h ahead; with `from`
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
  const stays = await listStays(db, locationUid, range, { powersOnly: true })
  return siteLoad(siteLoadInput(row, stays, range, { now, measured: await measuredOf(db, stays) }))
}

/** Everything that a site's load is computed from. */
export function siteLoadInput(
  row: LocationRow,
  stays: readonly DepotStay[],
  range: Interval,
  past?: Past,
): SiteLoadInput {
  return {
    range,
    baseLoad: baseLoadIntervals(row.baseLoad, row.timeZone, range),
    prices: priceIntervals(row.tariff, row.timeZone, range),
    limits: limitIntervals(row, range),
    efficiency: row.chargingEfficiency,
    demandChargePerKw: row.tariff?.demandChargePerkW ?? 0,
    peakSoFarKw: row.tariff?.peakSoFarkW ?? 0,
    ...fleetLoads(stays, row, range, past),
  }
}

function measuredOf(db: Database, stays: readonly DepotStay[]): Promise<Past['measured']> {
  const keys = stays.flatMap(({ key, measured }) => (key !== null && measured.connectedAt !== null ? [key] : []))
  return measuredSegments(db, keys)
}

/** A location's row, null when there is none. */
export async function findLocation(db: Database, locationUid: string): Promise<LocationRow | null> {
  const [row] = await db.select().from(location).where(eq(location.uid, locationUid))
  return row ?? null
}

function rangeOf(now: number, from?: number, to?: number): Interval {
  const begin = from ?? (to ?? now) - DAY_MS
  const end = to ?? (from === undefined ? now + 36 * HOUR_MS : from + 14 * DAY_MS)
  if (end <= begin) throw malformed([{ path: 'to', message: 'must be later than from' }])
  if (end - begin > LONGEST_MS) throw malformed([{ path: 'to', message: 'must be at most 92 days after from' }])
  const floor = Math.floor(begin / STEP_MS) * STEP_MS
  return {
    from: Math.min(floor, END_OF_TIME_MS - STEP_MS),
    to: Math.min(Math.ceil(end / STEP_MS) * STEP_MS, END_OF_TIME_MS),
  }
}
