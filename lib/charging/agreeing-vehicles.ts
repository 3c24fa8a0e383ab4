import { sql } from 'drizzle-orm'
import type { JudgedEvent } from '@/lib/charging/judged-event'
import type { Database } from '@/lib/db/client'
import { FOLLOWS_WITHIN_MS } from '@/lib/stays/delivery'
import type { SocSource } from '@/lib/stays/start-soc'

/** A SoC as near as this to its plan's forecast, in points, agrees with it. */
const SAME_POINTS = 1

/** A vehicle may draw so much more than ordered: a share, and what no charger tells apart (kW). */
const SAME_SHARE = 0.05
const SAME_KW = 1

type Segment = { from: number; to: number; powerkW: number; startSoc: number | null; endSoc: number | null }

/** A stay whose vehicle is connected, with what its plan says around now. `source`: how the SoC was known that the plan begins with. */
type Planned = {
  soc: number | null
  socAt: number | null
  source: SocSource | null
  segments: readonly Segment[]
}

/**
 * The vehicles whose meter readings among these events say what their incumbent plans foresee, by key: no plan needs to be
 * made for them. One that gets less than ordered agrees until its battery is a point behind.
 */
export async function agreeingVehicles(tx: Database, events: readonly JudgedEvent[]): Promise<Set<number>> {
  const powers = new Map<number, { at: number; powerKw: number }[]>()
  for (const { event, vehicle } of events) {
    if (!vehicle || event.type !== 'meter') continue
    const read = powers.get(vehicle.key) ?? []
    powers.set(vehicle.key, event.powerkW == null ? read : [...read, { at: event.timestamp, powerKw: event.powerkW }])
  }
  const agreeing = new Set<number>()
  for (const { key, ...planned } of await readPlanned(tx, [...powers.keys()]))
    if (agrees(planned, powers.get(key) ?? [])) agreeing.add(key)
  return agreeing
}

async function readPlanned(tx: Database, keys: readonly number[]): Promise<(Planned & { key: number })[]> {
  if (keys.length === 0) return []
  const rows = await tx.execute<{
    key: string
    soc: number | null
    soc_at: number | null
    source: SocSource | null
    segments: Segment[] | null
  }>(sql`
    select s.vehicle_key as key, s.measured_soc as soc,
      (extract(epoch from s.measured_soc_at) * 1000)::float8 as soc_at, p.plan->'segments' as segments,
      p.plan->'schedule'->>'startSocSource' as source
    from stay s join plan p on p.stay_key = s.key
    where s.vehicle_key = any(${sql.param([...keys])}::bigint[]) and s.connected_at is not null
      and s.disconnected_at is null
    order by s.departure`)
  return rows.map(({ key, soc, soc_at, source, segments }) => ({
    key: Number(key),
    ...{ soc, source },
    socAt: soc_at,
    segments: segments ?? [],
  }))
}

/**
 * Whether a plan foresees these readings; what was read before it was made has gone into it. A plan that was made without a
 * measured SoC makes up for what is not known, and foresees none.
 */
export function agrees(
  { soc, socAt, source, segments }: Planned,
  readings: readonly { at: number; powerKw: number }[],
): boolean {
  const begin = segments[0]?.from ?? Number.NEGATIVE_INFINITY
  const isForeseen = readings.every(({ at, powerKw }) => at < begin || powerKw <= mostKw(segments, at))
  if (!isForeseen || soc === null || socAt === null || socAt < begin) return isForeseen
  if (source !== null && source !== 'measured') return false
  return Math.abs(soc - (socAtIn(segments, socAt) ?? soc)) <= SAME_POINTS
}

function mostKw(segments: readonly Segment[], at: number): number {
  const near = segments.filter(({ from, to }) => from <= at && to > at - FOLLOWS_WITHIN_MS)
  return near.reduce((most, { powerkW }) => Math.max(most, powerkW), 0) * (1 + SAME_SHARE) + SAME_KW
}

function socAtIn(segments: readonly Segment[], at: number): number | null {
  const segment = segments.find(({ from, to }) => from <= at && at < to)
  if (segment?.startSoc == null || segment.endSoc == null) return null
  return segment.startSoc + ((segment.endSoc - segment.startSoc) * (at - segment.from)) / (segment.to - segment.from)
}
