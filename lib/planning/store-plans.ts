import { sql } from 'drizzle-orm'
import { recordChanges } from '@/lib/audit/record-changes'
import { SYSTEM } from '@/lib/context'
import type { Database } from '@/lib/db/client'
import { NEAR_MS } from '@/lib/planning/build-problem'
import type { Depot } from '@/lib/planning/depot'
import { InputsChanged } from '@/lib/planning/inputs-changed'
import { insertOccurrences } from '@/lib/planning/insert-occurrences'
import type { PlanningResult } from '@/lib/planning/plan-batches'
import type { Cause } from '@/lib/planning/plan-runs'
import { chargeNowView } from '@/lib/stays/charge-now-view'
import type { DepotStay } from '@/lib/stays/depot-stay'
import { type Elapsed, storeElapsed } from '@/lib/stays/keep-elapsed'
import { writeChargeNow } from '@/lib/stays/write-charge-now'
import { deletePlans, writeExplanations, writePlans } from '@/lib/stays/write-plans'

const KEPT_VERSIONS = 20

type Written = { plans: number; soon: number }

/**
 * Stores what a planning run has decided, in the transaction `tx` of its own. First it makes sure that no stay and no
 * plan has changed since it was read, and keeps them from changing until the commit. It waits for nobody who changes
 * schedules, so that neither can be in the other's way.
 * @param whenChanged `refuse`: throw when anything has changed; `skip`: leave out the stays that have
 * @returns how many plans were written, and how many of those are of the near future
 * @throws InputsChanged read and plan again
 */
export async function storePlans(
  tx: Database,
  depot: Depot,
  decided: PlanningResult,
  cause: Cause,
  whenChanged: 'refuse' | 'skip',
): Promise<Written> {
  const keys = await insertOccurrences(tx, depot, decided, whenChanged)
  const held = await holdStays(tx, decided, whenChanged)
  const isHeld = ({ stay: { key, id } }: { stay: DepotStay }) => (key === null ? keys.has(id) : held.has(key))
  const result = { ...decided, changed: decided.changed.filter(isHeld), removed: decided.removed.filter(isHeld) }
  await storeChanged(tx, depot, result, cause, keys)
  await storeElapsed(tx, elapsedOf(result, keys))
  await writeExplanations(tx, decided.explained)
  await deletePlans(
    tx,
    result.removed.flatMap(({ stay }) => stay.key ?? []),
  )
  await endChargeNow(tx, depot, decided, held)
  await storeForecasts(tx, depot, result)
  const soon = result.changed.filter(({ stay }) => stay.arrival < depot.now + NEAR_MS)
  return { plans: result.changed.length, soon: soon.length }
}

async function storeChanged(
  tx: Database,
  depot: Depot,
  { changed, strategyVersion }: PlanningResult,
  { trigger, description }: Cause,
  keys: Map<string, number>,
): Promise<void> {
  if (changed.length === 0) return
  const plannedAt = new Date(depot.now).toISOString()
  const meta = {
    frozen: false,
    posted: false,
    strategyVersion,
    plannedAt,
    trigger,
    triggerDescription: description,
  }
  const plans = changed.map(({ stay, plan, strategy, explanation }) => ({
    ...{ key: keyOf(stay, keys), plan, strategy, explanation },
    ...meta,
  }))
  await writePlans(tx, plans)
  await keepVersions(
    tx,
    plans.map(({ key }) => key),
  )
}

function keyOf({ id, key }: DepotStay, keys: ReadonlyMap<string, number>): number {
  const found = key ?? keys.get(id)
  if (found === undefined) throw new Error(`The stay ${id} has no row.`)
  return found
}

/** Holds the rows that this run writes about, as they were read. @returns the keys of those that are held */
async function holdStays(
  tx: Database,
  { changed, removed, chargedNow }: PlanningResult,
  whenChanged: 'refuse' | 'skip',
): Promise<Set<number>> {
  const written = new Set([...[...changed, ...removed].map(({ stay }) => stay), ...chargedNow])
  const stays = [...written].flatMap(({ key, version }) => (key === null ? [] : [{ key, version }]))
  if (stays.length === 0) return new Set()
  const ifLocked = whenChanged === 'refuse' ? sql`nowait` : sql`skip locked`
  const held = await tx.execute<{ key: string }>(sql`
    select stay.key from stay left join plan on plan.stay_key = stay.key
    join jsonb_to_recordset(${JSON.stringify(stays)}::text::jsonb) as read (key bigint, version text)
      on read.key = stay.key and read.version = stay.xmin::text || '/' || coalesce(plan.xmin::text, '')
    order by stay.key for no key update of stay ${ifLocked}`)
  if (whenChanged === 'refuse' && held.length < stays.length) throw new InputsChanged()
  return new Set(held.map(({ key }) => Number(key)))
}

async function keepVersions(tx: Database, keys: number[]): Promise<void> {
  await tx.execute(sql`
    insert into plan_version (stay_key, version, plan, strategy, strategy_version, planned_at, trigger, trigger_description)
    select stay_key, coalesce((select max(version) from plan_version old where old.stay_key = plan.stay_key), 0) + 1,
      plan, strategy, strategy_version, planned_at, trigger, trigger_description
    from plan where stay_key in ${keys}`)
  await tx.execute(sql`
    delete from plan_version old where stay_key in ${keys} and version <=
      (select max(version) from plan_version newest where newest.stay_key = old.stay_key) - ${KEPT_VERSIONS}::int`)
}

function elapsedOf({ changed, removed }: PlanningResult, keys: Map<string, number>): Elapsed[] {
  return [...changed, ...removed].flatMap(({ stay, elapsed }) => {
    const key = stay.key ?? keys.get(stay.id)
    return elapsed && key !== undefined ? [{ key, segments: elapsed }] : []
  })
}

/** What was asked anew meanwhile goes on. What ends is recorded as the system's own doing. */
async function endChargeNow(
  tx: Database,
  { location, now }: Depot,
  { chargedNow }: PlanningResult,
  held: ReadonlySet<number>,
) {
  const ended = chargedNow.flatMap((stay) =>
    stay.key !== null && held.has(stay.key) ? [{ ...stay, key: stay.key }] : [],
  )
  const keys = ended.map(({ key }) => key)
  await writeChargeNow(tx, keys, null, now)
  const changes = ended.map(({ id, vehicle, chargeNow }) => ({
    ...{ kind: 'schedule' as const, objectId: id, vehicleId: vehicle.id, locationUids: [location.uid] },
    before: { chargeNow: chargeNow && chargeNowView(chargeNow) },
    after: {},
  }))
  await recordChanges({ db: tx, who: SYSTEM, now }, changes)
}

async function storeForecasts(tx: Database, { location, forecasts: stored }: Depot, { forecasts }: PlanningResult) {
  const gone = [...stored.keys()].filter((day) => !forecasts.has(day))
  if (gone.length > 0)
    await tx.execute(sql`delete from plan_forecast where location_uid = ${location.uid} and day in ${gone}`)
  const rows = [...forecasts].flatMap(([day, inputs]) => (stored.get(day) === inputs ? [] : [{ day, inputs }]))
  if (rows.length === 0) return
  await tx.execute(sql`
    insert into plan_forecast (location_uid, day, inputs)
    select ${location.uid}, day, inputs
    from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as row (day date, inputs text)
    on conflict (location_uid, day) do update set inputs = excluded.inputs`)
}
