import { and, eq, isNull, or, sql } from 'drizzle-orm'
import type { Database } from '@/lib/db/client'
import { chargingEvent } from '@/lib/db/schema/charging'
import { location } from '@/lib/db/schema/location'
import { plan, planElapsed, planForecast, planRequest } from '@/lib/db/schema/plan'
import { stay } from '@/lib/db/schema/schedule'
import { vehicle } from '@/lib/db/schema/vehicle'
import { HORIZON_MS } from '@/lib/plans/build-problem'
import type { Depot, DepotStay, Measurements, PlanInForce } from '@/lib/plans/depot'
import { estimateSocs } from '@/lib/plans/estimate-socs'
import { listNights } from '@/lib/plans/list-nights'
import { vehicleColumns } from '@/lib/plans/vehicle-columns'
import { DAY_MS } from '@/lib/time/interval'

/** A location without events for so long is planned by its timetable. */
const EVENTS_FRESH_MS = DAY_MS

/** What was asked of a location and not yet done. */
export type PendingRequest = typeof planRequest.$inferSelect

export type LoadedDepot = { depot: Depot; request: PendingRequest | null }

/**
 * Reads everything that a location's plans depend on, at one moment: call it in one repeatable-read transaction.
 * Nights of rules that have no row yet come along with `key` null.
 * @returns null when there is no such location
 */
export async function loadDepot(tx: Database, locationUid: string, now: number): Promise<LoadedDepot | null> {
  const [row] = await tx.select().from(location).where(eq(location.uid, locationUid))
  if (!row) return null
  const [request] = await tx.select().from(planRequest).where(eq(planRequest.locationUid, locationUid))
  const followsEvents = await sendsEvents(tx, locationUid, now)
  const stays = await listStays(tx, locationUid, { from: now, to: now + HORIZON_MS }, followsEvents)
  const nights = await listNights(tx, locationUid, { from: now, to: now + HORIZON_MS })
  const forecasts = await tx.select().from(planForecast).where(eq(planForecast.locationUid, locationUid))
  const depot: Depot = {
    now,
    location: row,
    followsEvents,
    stays: await estimateSocs(tx, byArrival([...stays, ...nights]), now),
    forecasts: new Map(forecasts.map(({ day, inputs }) => [day, inputs])),
    revision: request?.revision ?? null,
  }
  return { depot, request: request ?? null }
}

function byArrival(stays: DepotStay[]): DepotStay[] {
  return stays.sort((a, b) => a.arrival - b.arrival || (a.id < b.id ? -1 : 1))
}

async function sendsEvents(tx: Database, locationUid: string, now: number): Promise<boolean> {
  const [found] = await tx
    .select({ key: chargingEvent.key })
    .from(chargingEvent)
    .where(
      and(
        eq(chargingEvent.locationUid, locationUid),
        sql`${chargingEvent.timestamp} > ${new Date(now - EVENTS_FRESH_MS).toISOString()}`,
      ),
    )
    .limit(1)
  return found !== undefined
}

/**
 * The stays of a location that overlap `range` (epoch ms), with vehicle, plan in force and what elapsed of earlier
 * plans, by arrival, then id.
 * @param withOverdue also those that ended up to a day before it while the vehicle is still connected
 */
export async function listStays(
  tx: Database,
  locationUid: string,
  range: { from: number; to: number },
  withOverdue = false,
): Promise<DepotStay[]> {
  const from = new Date(range.from).toISOString()
  const to = new Date(range.to).toISOString()
  const overdue = sql`${stay.connectedAt} is not null and ${stay.disconnectedAt} is null
    and ${stay.departure} > ${new Date(range.from - DAY_MS).toISOString()}`
  const rows = await tx
    .select({ stay, vehicle: vehicleColumns, plan: planColumns, elapsed: planElapsed.segments, version })
    .from(stay)
    .innerJoin(vehicle, eq(vehicle.key, stay.vehicleKey))
    .leftJoin(plan, eq(plan.stayKey, stay.key))
    .leftJoin(planElapsed, eq(planElapsed.stayKey, stay.key))
    .where(
      and(
        eq(stay.locationUid, locationUid),
        sql`${stay.arrival} < ${to}`,
        or(sql`${stay.departure} > ${from}`, withOverdue ? overdue : undefined),
        or(isNull(vehicle.deletedAt), sql`${stay.arrival} < ${from}`),
      ),
    )
    .orderBy(stay.arrival, stay.id)
  return rows.map(toDepotStay)
}

const planColumns = {
  plan: plan.plan,
  frozen: plan.frozen,
  posted: plan.posted,
  plannedAt: plan.plannedAt,
  strategy: plan.strategy,
  strategyVersion: plan.strategyVersion,
  trigger: plan.trigger,
  triggerDescription: plan.triggerDescription,
}

/** PostgreSQL's own row versions: they change with every write, whoever writes. */
const version = sql<string>`${stay}.xmin::text || '/' || coalesce(${plan}.xmin::text, '')`

type Row = {
  stay: typeof stay.$inferSelect
  vehicle: DepotStay['vehicle']
  plan: (Omit<PlanInForce, 'plannedAt'> & { plannedAt: Date }) | null
  elapsed: DepotStay['elapsed'] | null
  version: string
}

function toDepotStay(row: Row): DepotStay {
  const { stay: own } = row
  const { ruleKey, ruleVersionKey, originalDate } = own
  const isNight = ruleKey !== null && ruleVersionKey !== null && originalDate !== null
  return {
    key: own.key,
    version: row.version,
    id: own.id,
    arrival: own.arrival.getTime(),
    departure: own.departure.getTime(),
    startSoc: own.startSoc,
    estimatedSoc: null,
    targetSoc: own.targetSoc,
    minimumSoc: own.minimumSoc,
    priority: own.priority,
    externalId: own.externalId,
    blockId: own.blockId,
    night: isNight ? { ruleKey, ruleVersionKey, originalDate } : null,
    measured: measurementsOf(own),
    vehicleKey: own.vehicleKey,
    vehicle: row.vehicle,
    inForce: row.plan ? { ...row.plan, plannedAt: row.plan.plannedAt.getTime() } : null,
    elapsed: row.elapsed ?? [],
  }
}

function measurementsOf(own: Row['stay']): Measurements {
  return {
    connectedAt: own.connectedAt?.getTime() ?? null,
    disconnectedAt: own.disconnectedAt?.getTime() ?? null,
    chargingStartedAt: own.chargingStartedAt?.getTime() ?? null,
    chargingEndedAt: own.chargingEndedAt?.getTime() ?? null,
    startSoc: own.measuredStartSoc,
    soc: own.measuredSoc,
    socAt: own.measuredSocAt?.getTime() ?? null,
  }
}
