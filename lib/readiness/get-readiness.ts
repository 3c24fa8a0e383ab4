import { desc, eq } from 'drizzle-orm'
import type { Context } from '@/lib/context'
import { canSeeLocation } from '@/lib/context'
import { attentionRank } from '@/lib/contract/enumerations'
import type { Departure, Readiness } from '@/lib/contract/readiness'
import { toTimestamp } from '@/lib/contract/timestamp'
import type { Database } from '@/lib/db/client'
import { planRequest, planRun } from '@/lib/db/schema/plan'
import { Refusal } from '@/lib/errors'
import { listOverduePlans } from '@/lib/plan-request/list-overdue-plans'
import type { LocationRow } from '@/lib/planning/depot'
import { fleetLoadsInSlices } from '@/lib/planning/fleet-load'
import { findLocation } from '@/lib/planning/get-load'
import type { Connected } from '@/lib/planning/list-unscheduled'
import { siteLoadInput } from '@/lib/planning/site-of'
import { powersOf, unscheduledPowers } from '@/lib/readiness/connected-powers'
import type { Departing } from '@/lib/readiness/departure-facts'
import { departureView } from '@/lib/readiness/departure-view'
import { judgeDepartures } from '@/lib/readiness/judge-departures'
import { atSite, highestMean, highestPower } from '@/lib/site/peak'
import { limitAt } from '@/lib/site/power-limits'
import { powerNow } from '@/lib/site/power-now'
import { quarterBegin } from '@/lib/site/quarter-hours'
import { type FleetLoad, rounded } from '@/lib/site/totals'
import { slices } from '@/lib/slices'
import type { DepotStay } from '@/lib/stays/depot-stay'
import { SILENT_MS } from '@/lib/stays/silence'
import { DAY_MS, HOUR_MS, type Interval } from '@/lib/time/interval'

const DEFAULT_HOURS = 12

/**
 * The readiness board of a location: the departures of the next hours, what needs attention first, then by departure, with
 * the vehicles that are here, the site's power, and when it was last planned.
 * @throws Refusal `notFound`
 */
export async function getReadiness(
  { db, who, now }: Context,
  { locationUid, hours = DEFAULT_HOURS }: { locationUid: string; hours?: number },
): Promise<Readiness> {
  const row = canSeeLocation(who, locationUid) ? await findLocation(db, locationUid) : null
  if (!row) throw new Refusal('notFound', `There is no location ${locationUid}.`)
  const range = { from: now, to: now + hours * HOUR_MS }
  const { departing, stays, lastEventAt, connecting, connected } = await judgeDepartures(db, row, { now, to: range.to })
  const pause = slices()
  const departures: Departure[] = []
  for (const one of departing.filter(({ stay }) => stay.departure <= range.to)) {
    departures.push(departureView(one, row.uid))
    await pause()
  }
  return {
    locationUid,
    timestamp: toTimestamp(now),
    from: toTimestamp(range.from),
    to: toTimestamp(range.to),
    departures: departures.sort(worstFirst),
    counts: { ...countsOf(departures, departing), withoutSchedule: connected?.unscheduled.length ?? 0 },
    site: await siteNow(row, stays, range, connected),
    ...(connecting && { connecting }),
    ...(lastEventAt !== null && { lastEventAt: toTimestamp(lastEventAt), ...silenceOf(lastEventAt, connected, now) }),
    ...(await overdueSince(db, locationUid, now)),
    ...(await lastPlanOf(db, locationUid)),
  }
}

/** Departures that are well are in the order in which they leave. */
function worstFirst(a: Departure, b: Departure): number {
  const rank = ({ state }: Departure) => attentionRank(state)
  const departure = ({ schedule }: Departure) => schedule.plannedDepartureTime
  if (rank(a) !== rank(b)) return rank(a) - rank(b)
  return departure(a) === departure(b) ? (a.schedule.id < b.schedule.id ? -1 : 1) : departure(a) < departure(b) ? -1 : 1
}

function countsOf(departures: Departure[], departing: Departing[]): Omit<Readiness['counts'], 'withoutSchedule'> {
  const inState = (...states: Departure['state'][]) => departures.filter(({ state }) => states.includes(state)).length
  const here = departing.filter(({ presence }) => presence.state === 'here' || presence.state === 'overdue')
  return {
    here: new Set(here.map(({ stay }) => stay.vehicleKey)).size,
    ready: inState('ready'),
    atRisk: inState('will-miss', 'at-risk'),
    missing: departing.filter(({ presence }) => presence.state === 'absent').length,
  }
}

/**
 * The site's power now, and its peaks with and without control. Peaks are those of the stays that the board shows, from
 * their beginning on: when most vehicles are charged, uncontrolled charging would be over, and its peak would seem to be
 * nothing. Vehicles without a schedule are in all of it.
 * @param connected null where chargers do not say which vehicles are connected
 */
async function siteNow(
  row: LocationRow,
  stays: DepotStay[],
  range: Interval,
  connected: Connected | null,
): Promise<Readiness['site']> {
  const first = stays.reduce((least, { arrival }) => Math.min(least, arrival), range.from)
  const shown = { from: quarterBegin(Math.max(first, range.from - DAY_MS)), to: range.to }
  const loads = await fleetLoadsInSlices(stays, row, shown, { now: range.from, measured: new Map(), strays: [] })
  const unscheduled = connected?.loads ?? []
  loads.planned.powers.push(...unscheduled)
  loads.uncontrolled.powers.push(...unscheduled)
  const { baseLoad, planned, uncontrolled, efficiency } = siteLoadInput(row, loads, shown, range.from)
  const moment = { from: range.from, to: range.from + 1 }
  const limitKw = limitAt(row, range.from)
  const baseKw = highestPower(baseLoad, moment)
  const plannedKw = highestPower(planned.powers, moment)
  const { powerKw, source } = powerNow(connected && powersOf(connected, stays, range.from), plannedKw, range.from)
  const unscheduledKw = connected ? powerNow(unscheduledPowers(connected), 0, range.from).powerKw : 0
  const peakOf = ({ powers }: FleetLoad) => highestMean([...baseLoad, ...atSite(powers, efficiency)], shown)
  return {
    powerkW: rounded(baseKw + powerKw / efficiency),
    source,
    plannedkW: rounded(baseKw + plannedKw / efficiency),
    baseLoadkW: rounded(baseKw),
    ...(unscheduledKw > 0 && { withoutSchedulekW: rounded(unscheduledKw / efficiency) }),
    ...(limitKw !== null && { limitkW: limitKw }),
    peak15kW: rounded(peakOf(planned)),
    uncontrolledPeak15kW: rounded(peakOf(uncontrolled)),
  }
}

/** While vehicles charge and no charger of the location says anything, since when. */
function silenceOf(lastEventAt: number, connected: Connected | null, now: number): Pick<Readiness, 'silentSince'> {
  const isExpected = connected?.connections.some(({ charging, reportsMeter }) => charging && reportsMeter) ?? false
  return isExpected && now - lastEventAt > SILENT_MS ? { silentSince: toTimestamp(lastEventAt) } : {}
}

async function overdueSince(
  db: Database,
  locationUid: string,
  now: number,
): Promise<Pick<Readiness, 'planOverdueSince'>> {
  const [overdue] = await listOverduePlans(db, [locationUid], now)
  return overdue ? { planOverdueSince: toTimestamp(overdue.since) } : {}
}

async function lastPlanOf(db: Database, locationUid: string): Promise<Pick<Readiness, 'lastPlan' | 'lastChange'>> {
  const runs = await db
    .select()
    .from(planRun)
    .where(eq(planRun.locationUid, locationUid))
    .orderBy(desc(planRun.finishedAt), desc(planRun.key))
    .limit(20)
  const latest = runs[0]
  const run = runs.find(({ failure }) => failure === null) ?? latest
  if (!latest || !run) return {}
  const pending = await db
    .select({ uid: planRequest.locationUid })
    .from(planRequest)
    .where(eq(planRequest.locationUid, locationUid))
  return {
    lastPlan: {
      timestamp: toTimestamp(run.finishedAt.getTime()),
      trigger: run.trigger,
      triggerDescription: run.triggerDescription,
      pending: pending.length > 0,
      ...(latest.failure !== null && { failed: latest.failure }),
    },
    ...lastChangeIn(runs),
  }
}

/** The last run that changed a plan of the near future, and what the peak was before it. @param runs newest first */
function lastChangeIn(runs: readonly (typeof planRun.$inferSelect)[]): Pick<Readiness, 'lastChange'> {
  const done = runs.filter(({ failure }) => failure === null)
  const index = done.findIndex(({ changed }) => changed > 0)
  const run = done[index]
  if (!run) return {}
  const peakBeforeKw = done[index + 1]?.peakKw ?? null
  return {
    lastChange: {
      timestamp: toTimestamp(run.finishedAt.getTime()),
      trigger: run.trigger,
      triggerDescription: run.triggerDescription,
      changed: run.changed,
      ...(peakBeforeKw !== null && { peakBeforekW: peakBeforeKw }),
      ...(run.peakKw !== null && { peakkW: run.peakKw }),
    },
  }
}
