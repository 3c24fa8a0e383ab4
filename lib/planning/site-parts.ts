import { sql } from 'drizzle-orm'
import { lastEventAt } from '@/lib/charging/last-event-at'
import { measuredSegments } from '@/lib/charging/measured-segments'
import type { Segment } from '@/lib/contract/plan'
import type { Database } from '@/lib/db/client'
import type { PowerInterval } from '@/lib/planner/problem'
import type { LocationRow } from '@/lib/planning/depot'
import { addLoads, type FleetLoads, fleetLoads } from '@/lib/planning/fleet-load'
import { listConnected } from '@/lib/planning/list-unscheduled'
import { measuredStrays, type StrayLoad, siteLoadInput } from '@/lib/planning/site-of'
import type { SiteLoadInput } from '@/lib/site/site-load'
import { slices } from '@/lib/slices'
import type { DepotStay } from '@/lib/stays/depot-stay'
import { listStays } from '@/lib/stays/list-stays'
import { HOUR_MS, type Interval, QUARTER_MS } from '@/lib/time/interval'

/** What a part computes at once is to take milliseconds; a part is long enough that few stays lie in two. */
const STAYS_IN_PART = 1_000
const SHORTEST_PART_MS = 12 * HOUR_MS

/** What one answer of the database brings: its rows are made in a few milliseconds. */
const STAYS_AT_ONCE = 250

/** Who is told what each part is put together from, as it is read. A stay that lies in two parts is told of in both. */
export type PartObserver = {
  stay: (stay: DepotStay, loads: FleetLoads, measured: readonly Segment[], part: Interval) => void
  strays: (strays: readonly StrayLoad[], part: Interval) => void
}

/**
 * What a site's load in `range` (whole quarter-hours, epoch ms) is computed from, one part of the time after the other,
 * so that a long range keeps nobody waiting: of the time that has passed what was measured, and where nothing was, what
 * was planned; the incumbent plans for what is to come. The demand charge of a part takes no peak before it into account: the caller sets that of the whole range.
 */
export async function* siteParts(
  db: Database,
  row: LocationRow,
  range: Interval,
  now: number,
  observer?: PartObserver,
): AsyncGenerator<SiteLoadInput> {
  const pause = slices()
  const expected = range.to > now ? await expectedStrays(db, row, now) : []
  for (const part of await partsOf(db, row.uid, range)) {
    const past = { from: part.from, to: Math.min(part.to, now) }
    const strays = past.from < past.to ? await measuredStrays(db, row.uid, past, part) : []
    observer?.strays(strays, part)
    const loads = fleetLoads([], row, part, { now, measured: new Map(), strays })
    loads.planned.powers.push(...expected)
    loads.uncontrolled.powers.push(...expected)
    for await (const stays of pagesOf(db, row.uid, part)) {
      addLoads(loads, await loadsOf(db, row, part, stays, now, observer))
      await pause()
    }
    yield siteLoadInput(row, loads, part, now)
    await pause()
  }
}

/** What vehicles draw from now on that are connected without a schedule: the same with and without control. */
async function expectedStrays(db: Database, row: LocationRow, now: number): Promise<PowerInterval[]> {
  return (await lastEventAt(db, row.uid, now)) === null ? [] : (await listConnected(db, row, now)).loads
}

async function partsOf(db: Database, locationUid: string, range: Interval): Promise<Interval[]> {
  const [row] = await db.execute<{ stays: number }>(sql`
    select count(*)::int as stays from stay where location_uid = ${locationUid}
      and departure > ${new Date(range.from).toISOString()} and arrival < ${new Date(range.to).toISOString()}`)
  const count = Math.ceil((row?.stays ?? 0) / STAYS_IN_PART) || 1
  const quarters = Math.ceil((range.to - range.from) / count / QUARTER_MS)
  const length = Math.max(quarters * QUARTER_MS, SHORTEST_PART_MS)
  const parts: Interval[] = []
  for (let from = range.from; from < range.to; from += length)
    parts.push({ from, to: Math.min(from + length, range.to) })
  return parts
}

async function* pagesOf(db: Database, locationUid: string, part: Interval): AsyncGenerator<DepotStay[]> {
  let after: DepotStay | null = null
  do {
    const page: DepotStay[] = await listStays(db, locationUid, part, {
      powersOnly: true,
      page: { after, most: STAYS_AT_ONCE },
    })
    if (page.length > 0) yield page
    after = page.length === STAYS_AT_ONCE ? (page.at(-1) ?? null) : null
  } while (after)
}

async function loadsOf(
  db: Database,
  row: LocationRow,
  part: Interval,
  stays: readonly DepotStay[],
  now: number,
  observer: PartObserver | undefined,
): Promise<FleetLoads> {
  const keys = stays.flatMap(({ key, measured }) => (key !== null && measured.connectedAt !== null ? [key] : []))
  const measured: Map<number, Segment[]> = part.from < now ? await measuredSegments(db, keys) : new Map()
  const past = { now, measured, strays: [] }
  if (!observer) return fleetLoads(stays, row, part, past)
  const all = fleetLoads([], row, part, past)
  for (const stay of stays) {
    const loads = fleetLoads([stay], row, part, past)
    observer.stay(stay, loads, measured.get(stay.key ?? -1) ?? [], part)
    addLoads(all, loads)
  }
  return all
}
