import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { Plan, Segment } from '@/lib/contract/plan'
import type { Database } from '@/lib/db/client'
import { rule, stay } from '@/lib/db/schema/schedule'
import { vehicle } from '@/lib/db/schema/vehicle'
import { loadRules } from '@/lib/schedules/load-schedules'
import { occurrencesIn, type RuleOccurrence } from '@/lib/schedules/rule-occurrences'
import type { Rule } from '@/lib/schedules/schedule-state'
import { slices } from '@/lib/slices'
import { ALL_ARRIVES } from '@/lib/stays/arriving-share'
import type { DepotStay, DepotVehicle, IncumbentPlan } from '@/lib/stays/depot-stay'
import { detailsOf } from '@/lib/stays/stay-details'
import { vehicleColumns } from '@/lib/stays/vehicle-columns'
import { formatDay } from '@/lib/time/calendar-day'
import type { Interval } from '@/lib/time/interval'

/**
 * The occurrences of a location's rules that overlap `range` and have no row of their own yet, as stays with `key` null.
 * They get a row when they are planned.
 * @param vehicleKeys only those of these vehicles
 */
export async function listOccurrences(
  tx: Database,
  locationUid: string,
  range: Interval,
  vehicleKeys?: readonly number[],
): Promise<DepotStay[]> {
  if (vehicleKeys?.length === 0) return []
  const its = vehicleKeys ? sql`r.vehicle_key in ${vehicleKeys}` : sql`true`
  const rules = await loadRules(tx, sql`${its} and ${rulesOf(locationUid, range)}`)
  if (rules.size === 0) return []
  const owners = await listOwners(tx, [...rules.values()])
  const stored = await listStoredOccurrences(tx, [...rules.values()], range)
  const pause = slices()
  const stays: DepotStay[] = []
  for (const one of rules.values()) {
    const owner = owners.get(one.id)
    if (!owner) continue
    for (const occurrence of occurrencesIn(one, range))
      if (occurrence.locationUid === locationUid && !stored.has(occurrence.id))
        stays.push(...stayOf(one, occurrence, owner))
    await pause()
  }
  return stays
}

/** Rules that say this location, and those of which a single occurrence was moved to it. */
function rulesOf(locationUid: string, range: Interval) {
  return sql`(r.ended_at is null or r.ended_at > ${new Date(range.from).toISOString()}) and (
    exists (select 1 from rule_version here where here.rule_key = r.key and here.location_uid = ${locationUid}
      and (here.valid_to is null or here.valid_to > ${new Date(range.from).toISOString()}))
    or exists (select 1 from rule_exception moved where moved.rule_key = r.key
      and moved.changes->>'locationUid' = ${locationUid}))`
}

type Owner = { vehicleKey: number; vehicle: DepotVehicle }

async function listOwners(tx: Database, rules: Rule[]): Promise<Map<string, Owner>> {
  const rows = await tx
    .select({ ruleId: rule.id, vehicleKey: vehicle.key, vehicle: vehicleColumns })
    .from(rule)
    .innerJoin(vehicle, eq(vehicle.key, rule.vehicleKey))
    .where(
      and(
        inArray(
          rule.id,
          rules.map(({ id }) => id),
        ),
        isNull(vehicle.deletedAt),
      ),
    )
  return new Map(rows.map(({ ruleId, ...owner }) => [ruleId, owner]))
}

async function listStoredOccurrences(tx: Database, rules: Rule[], range: Interval): Promise<Set<string>> {
  const keys = rules.flatMap(({ key }) => (key === null ? [] : [key]))
  const rows = await tx
    .select({ id: stay.id })
    .from(stay)
    .where(and(inArray(stay.ruleKey, keys), sql`${stay.departure} > ${new Date(range.from).toISOString()}`))
  return new Set(rows.map(({ id }) => id))
}

function stayOf(one: Rule, occurrence: RuleOccurrence, owner: Owner): DepotStay[] {
  if (one.key === null || occurrence.version.key === null) return []
  const { id, arrival, departure } = occurrence
  const day = formatDay(occurrence.day)
  const originalDate = `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}`
  return [
    {
      ...{
        key: null,
        version: '',
        id,
        arrival,
        departure,
        estimatedSoc: null,
        deliveredMaxKw: null,
        arriving: ALL_ARRIVES,
        charged: [],
        readings: [],
        chargeNow: null,
        elapsed: [],
      },
      ...detailsOf(occurrence),
      knownSince: occurrence.version.validFrom,
      occurrence: { ruleKey: one.key, ruleVersionKey: occurrence.version.key, originalDate },
      measured: UNMEASURED,
      ...owner,
      incumbent: postedPlan(occurrence),
    },
  ]
}

const UNMEASURED = {
  connectedAt: null,
  disconnectedAt: null,
  chargingStartedAt: null,
  chargingEndedAt: null,
  startSoc: null,
  soc: null,
  socAt: null,
  lastEventAt: null,
  reportsMeter: false,
  drawsPower: false,
  evseMaxKw: null,
}

/** A plan that the sender posted for every occurrence was written for the first one: it moves along with the arrival. */
function postedPlan({ arrival, version }: RuleOccurrence): IncumbentPlan | null {
  const { plan, planMeta } = version
  if (!plan) return null
  return {
    plan: shifted(plan, arrival - version.arrival),
    frozen: planMeta?.frozen === true,
    posted: true,
    plannedAt: version.validFrom,
    strategy: planMeta?.strategy ?? null,
    strategyVersion: planMeta?.strategyVersion ?? null,
    trigger: planMeta?.trigger ?? null,
    triggerDescription: planMeta?.triggerDescription ?? null,
    explanation: null,
  }
}

function shifted(plan: Plan, byMs: number): Plan {
  const move = (segment: Segment) => ({ ...segment, from: segment.from + byMs, to: segment.to + byMs })
  return { ...plan, ...(plan.segments && { segments: plan.segments.map(move) }) }
}
