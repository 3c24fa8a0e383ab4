import type { DepotProblem, DepotSchedule, FixedLoad, PowerInterval, Strategy } from '@/lib/planner/problem'
import type { Depot } from '@/lib/planning/depot'
import type { PlannableStay } from '@/lib/planning/plannable'
import { billingPeriodOf } from '@/lib/site/billing-period'
import { plannerLimits } from '@/lib/site/power-limits'
import { priceIntervals } from '@/lib/site/prices'
import { baseLoadIntervals } from '@/lib/site/week-levels'
import { clipSegments } from '@/lib/stays/delivered'
import { dayOfWall, formatDay } from '@/lib/time/calendar-day'
import { DAY_MS, HOUR_MS } from '@/lib/time/interval'
import { timeZone } from '@/lib/time/time-zone'

/** Stays that begin within this time are planned together, again and again; later ones are forecasts. */
export const NEAR_MS = 36 * HOUR_MS

/** The strategy of vehicles that charge at once: full power from now on, within the limit. */
const AT_ONCE: Strategy = 'as-soon-as-possible'

/** Stays that begin later than this are not planned yet. */
export const HORIZON_MS = 14 * DAY_MS

/**
 * The stays of one problem; `day` is the local date (`YYYY-MM-DD`) of a forecast, null for the near future. `strategy`:
 * the location's, or that of vehicles that charge at once.
 */
export type Batch = { day: string | null; strategy: Strategy; stays: PlannableStay[] }

/**
 * The near future first, vehicles that charge at once before all others, then each later day by itself, in order; no
 * batch is empty.
 */
export function batchesOf(depot: Depot, plannable: readonly PlannableStay[]): Batch[] {
  const clock = timeZone(depot.location.timeZone)
  const isNear = ({ presence, atOnce }: PlannableStay) => atOnce || presence.from < depot.now + NEAR_MS
  const days = new Map<string, PlannableStay[]>()
  for (const entry of inOrder(plannable.filter((one) => !isNear(one)))) {
    const day = isoDay(dayOfWall(clock.toWall(entry.presence.from)))
    const stays = days.get(day)
    if (stays) stays.push(entry)
    else days.set(day, [entry])
  }
  const strategy = depot.location.strategy as Strategy
  return [
    ...nearBatches(depot, plannable.filter(isNear)),
    ...[...days].map(([day, stays]) => ({ day, strategy, stays })),
  ]
}

/** Stays that are planned together, those before them that charge at once: what these draw is decided for the others. */
export function nearBatches({ location }: Depot, stays: readonly PlannableStay[]): Batch[] {
  const ordered = inOrder(stays)
  const batches: Batch[] = [
    { day: null, strategy: AT_ONCE, stays: ordered.filter(({ atOnce }) => atOnce) },
    { day: null, strategy: location.strategy as Strategy, stays: ordered.filter(({ atOnce }) => !atOnce) },
  ]
  return batches.filter((batch) => batch.stays.length > 0)
}

function inOrder(stays: readonly PlannableStay[]): PlannableStay[] {
  return stays.toSorted((a, b) => a.presence.from - b.presence.from || compareIds(a, b))
}

function compareIds(a: PlannableStay, b: PlannableStay): number {
  return a.stay.id < b.stay.id ? -1 : 1
}

function isoDay(day: number): string {
  return formatDay(day).replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3')
}

/**
 * The planner's problem of one batch. A forecast's `now` is its first arrival, so that the same day gives the same
 * problem however early it is planned.
 * @param fixedLoads loads that are decided already: frozen plans, unscheduled vehicles, batches planned before
 * @param beyondMs how long after the last departure base load and prices are to be known too
 */
export function buildProblem(
  depot: Depot,
  { day, strategy, stays }: Batch,
  fixedLoads: readonly FixedLoad[],
  beyondMs = 0,
): DepotProblem {
  const { location } = depot
  const now = day === null ? depot.now : Math.min(...stays.map(({ presence }) => presence.from))
  const range = { from: now, to: Math.max(now, ...stays.map(({ presence }) => presence.to)) + beyondMs }
  return {
    format: 'depot-problem/1',
    name: day === null ? location.uid : `${location.uid} ${day}`,
    now,
    strategy,
    site: {
      ...plannerLimits(location, range),
      baseLoad: baseLoadIntervals(location.baseLoad, location.timeZone, range),
      prices: priceIntervals(location.tariff, location.timeZone, range).map(({ assumed: _, ...price }) => price),
      efficiency: location.chargingEfficiency,
      demandChargePerkW: location.tariff?.demandChargePerkW ?? 0,
      peakSoFarkW: peakSoFarOf(depot, now),
      readyBufferMinutes: location.readyBufferMinutes,
    },
    schedules: stays.map(({ schedule }) => schedule),
    fixedLoads: fixedLoads.filter(({ from, to }) => from < range.to && to > range.from),
    previous: Object.fromEntries(stays.flatMap(({ stay, schedule }) => previousOf(stay.incumbent, schedule, now))),
  }
}

/** A peak of the current billing period says nothing of a forecast for the next. */
function peakSoFarOf({ now: today, location, peakSoFarKw }: Depot, now: number): number {
  const periodOf = (instant: number) => billingPeriodOf(instant, location.timeZone, location.tariff?.demandPeriod).from
  return periodOf(now) === periodOf(today) ? peakSoFarKw : 0
}

function previousOf(
  incumbent: PlannableStay['stay']['incumbent'],
  schedule: DepotSchedule,
  now: number,
): [string, PowerInterval[]][] {
  if (!incumbent?.plan.segments) return []
  const future = clipSegments(incumbent.plan.segments, { from: now, to: Number.POSITIVE_INFINITY })
  const powers = future.map(({ from, to, powerkW }) => ({ from, to, powerkW: Math.max(0, powerkW) }))
  return powers.length > 0 && isApart(powers) ? [[schedule.id, powers]] : []
}

/** A plan that somebody posted may say two powers at a time: there is no staying with it. */
function isApart(powers: readonly PowerInterval[]): boolean {
  const inOrder = powers.toSorted((a, b) => a.from - b.from)
  return inOrder.every(({ from }, k) => k === 0 || from >= (inOrder[k - 1]?.to ?? from))
}
