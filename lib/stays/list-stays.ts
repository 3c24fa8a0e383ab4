import { and, eq, inArray, or, sql } from 'drizzle-orm'
import type { Explanation } from '@/lib/contract/explanations'
import type { Plan } from '@/lib/contract/plan'
import type { Database } from '@/lib/db/client'
import { chargingSession } from '@/lib/db/schema/charging'
import { plan, planElapsed } from '@/lib/db/schema/plan'
import { stay } from '@/lib/db/schema/schedule'
import { vehicle } from '@/lib/db/schema/vehicle'
import { ALL_ARRIVES } from '@/lib/stays/arriving-share'
import type { ChargeNow, DepotStay, IncumbentPlan, Measurements } from '@/lib/stays/depot-stay'
import { evsePowerKw } from '@/lib/stays/evse-power'
import { detailsOf } from '@/lib/stays/stay-details'
import { vehicleColumns } from '@/lib/stays/vehicle-columns'
import { DAY_MS, type Interval } from '@/lib/time/interval'

/** No stay lasts longer, a change of the clocks included. */
export const LONGEST_STAY_MS = 32 * DAY_MS

type Options = {
  withOverdue?: boolean
  powersOnly?: boolean
  explained?: boolean
  vehicleKeys?: readonly number[]
  page?: { after: Pick<DepotStay, 'departure' | 'id'> | null; most: number }
}

/**
 * The stays of a location that overlap `range` (epoch ms), with vehicle, incumbent plan and what elapsed of earlier
 * plans, by arrival, then id; those of a page by departure, then id.
 * @param options.withOverdue also those that ended up to a day before it while the vehicle is still connected
 * @param options.powersOnly of the plans only when there is how much power, and what they were asked and give: a
 *   twelfth of the data
 * @param options.explained also what the planner said of its plans
 * @param options.vehicleKeys only the stays of these vehicles
 * @param options.page at most so many, those after the last one of the page before
 */
export async function listStays(
  tx: Database,
  locationUid: string,
  range: { from: number; to: number },
  { withOverdue = false, powersOnly = false, explained = false, vehicleKeys, page }: Options = {},
): Promise<DepotStay[]> {
  const from = new Date(range.from).toISOString()
  const to = new Date(range.to).toISOString()
  const overdue = sql`${stay.connectedAt} is not null and ${stay.disconnectedAt} is null
    and ${stay.departure} > ${new Date(range.from - DAY_MS).toISOString()}`
  const query = tx
    .select({
      stay,
      vehicle: vehicleColumns,
      plan: {
        ...planColumns,
        ...(powersOnly && { plan: powersOfPlan }),
        explanation: explained ? sql<Explanation | null>`${plan.explanation}` : sql<null>`null`,
      },
      elapsed: planElapsed.segments,
      connection: {
        lastEventAt: chargingSession.lastEventAt,
        reportsMeter: chargingSession.reportsMeter,
        charging: chargingSession.charging,
        powerKw: chargingSession.powerKw,
        evseMaxKw: evsePowerKw(
          sql`${chargingSession.stationId}`,
          sql`${chargingSession.evseId}`,
          sql`${chargingSession.connectorId}`,
        ),
      },
      version,
    })
    .from(stay)
    .innerJoin(vehicle, eq(vehicle.key, stay.vehicleKey))
    .leftJoin(plan, eq(plan.stayKey, stay.key))
    .leftJoin(planElapsed, eq(planElapsed.stayKey, stay.key))
    .leftJoin(
      chargingSession,
      and(
        eq(chargingSession.vehicleKey, stay.vehicleKey),
        sql`${chargingSession.disconnectedAt} is null and ${stay.disconnectedAt} is null and ${stay.connectedAt} is not null`,
      ),
    )
    .where(
      and(
        eq(stay.locationUid, locationUid),
        vehicleKeys && inArray(stay.vehicleKey, [...vehicleKeys]),
        sql`${stay.arrival} < ${to}`,
        or(sql`${stay.departure} > ${from}`, withOverdue ? overdue : undefined),
        page && sql`${stay.key} in ${pageOf(locationUid, range, page)}`,
      ),
    )
    .orderBy(page ? stay.departure : stay.arrival, stay.id)
  return (await query).map(toDepotStay)
}

/**
 * The keys of a page. They are picked before anything is joined to them, in the order of the index on departures, so
 * that a page costs the same however many stays the location has had; no stay departs later than one that arrives at
 * the end of the range can last.
 */
function pageOf(locationUid: string, { from, to }: Interval, { after, most }: NonNullable<Options['page']>) {
  const at = (instant: number) => sql`${new Date(instant).toISOString()}::timestamptz`
  return sql`(select s.key from stay s where s.location_uid = ${locationUid} and s.arrival < ${at(to)}
    and s.departure > ${at(from)} and s.departure < ${at(to)} + ${LONGEST_STAY_MS}::float8 * interval '1 ms'
    ${after ? sql`and (s.departure, s.id) > (${at(after.departure)}, ${after.id})` : sql``}
    order by s.departure, s.id limit ${most})`
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

const powersOfPlan = sql<Plan>`jsonb_build_object(
  'segments', (select coalesce(jsonb_agg(segment), '[]') from jsonb_to_recordset(${plan.plan}->'segments')
    as segment("from" float8, "to" float8, "powerkW" float8) where "powerkW" > 0),
  'energyKwh', ${plan.plan}->'energyKwh', 'endSoc', ${plan.plan}->'endSoc',
  'schedule', jsonb_build_object('ev', jsonb_build_object('energyNeedkWh', ${plan.plan}#>'{schedule,ev,energyNeedkWh}')))`

/** PostgreSQL's own row versions: they change with every write, whichever code writes. */
const version = sql<string>`${stay}.xmin::text || '/' || coalesce(${plan}.xmin::text, '')`

type Row = {
  stay: typeof stay.$inferSelect
  vehicle: DepotStay['vehicle']
  plan: (Omit<IncumbentPlan, 'plannedAt'> & { plannedAt: Date }) | null
  elapsed: DepotStay['elapsed'] | null
  connection: {
    lastEventAt: Date
    reportsMeter: boolean
    charging: boolean
    powerKw: number | null
    evseMaxKw: number | null
  } | null
  version: string
}

function toDepotStay(row: Row): DepotStay {
  const { stay: own } = row
  const { ruleKey, ruleVersionKey, originalDate } = own
  const isOccurrence = ruleKey !== null && ruleVersionKey !== null && originalDate !== null
  return {
    key: own.key,
    version: row.version,
    id: own.id,
    arrival: own.arrival.getTime(),
    departure: own.departure.getTime(),
    knownSince: own.createdAt.getTime(),
    estimatedSoc: null,
    deliveredMaxKw: null,
    arriving: ALL_ARRIVES,
    charged: [],
    readings: [],
    ...detailsOf(own),
    occurrence: isOccurrence ? { ruleKey, ruleVersionKey, originalDate } : null,
    measured: measurementsOf(row),
    chargeNow: chargeNowOf(own),
    vehicleKey: own.vehicleKey,
    vehicle: row.vehicle,
    incumbent: row.plan ? { ...row.plan, plannedAt: row.plan.plannedAt.getTime() } : null,
    elapsed: row.elapsed ?? [],
  }
}

function chargeNowOf({ chargeNowSince, chargeNowBy }: Row['stay']): ChargeNow | null {
  return chargeNowSince && chargeNowBy !== null ? { since: chargeNowSince.getTime(), by: chargeNowBy } : null
}

function measurementsOf({ stay: own, connection }: Row): Measurements {
  return {
    connectedAt: own.connectedAt?.getTime() ?? null,
    disconnectedAt: own.disconnectedAt?.getTime() ?? null,
    chargingStartedAt: own.chargingStartedAt?.getTime() ?? null,
    chargingEndedAt: own.chargingEndedAt?.getTime() ?? null,
    startSoc: own.measuredStartSoc,
    soc: own.measuredSoc,
    socAt: own.measuredSocAt?.getTime() ?? null,
    lastEventAt: connection?.lastEventAt.getTime() ?? null,
    reportsMeter: connection?.reportsMeter ?? false,
    drawsPower: connection?.charging === true && connection.powerKw !== 0,
    evseMaxKw: connection?.evseMaxKw ?? null,
  }
}
