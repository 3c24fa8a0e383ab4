import type { Plan, Segment } from '@/lib/contract/plan'
import type { SchedulePlan } from '@/lib/planner/plan'
import type { PlannableStay } from '@/lib/planning/plannable'
import { clipSegments } from '@/lib/stays/delivered'
import type { IncumbentPlan } from '@/lib/stays/depot-stay'
import { TARGET_TOLERANCE } from '@/lib/stays/standing'
import { MINUTE_MS } from '@/lib/time/interval'

/** What a charger tells apart: a step of the larger of 1 kW and 2 %, for longer than it takes to follow one. */
const CHARGER: SameAs = { kw: 1, share: 0.02, ms: 2 * MINUTE_MS, soc: 0.5 }
/** Where others change: as one vehicle ends another begins, and an older time of one would be the power of both together. */
const BESIDE_OTHERS: SameAs = { ...CHARGER, ms: 0 }
/** Where the site has no room to spare, a plan counts as it is written. */
const EXACT: SameAs = { kw: 0.005, share: 0, ms: 0, soc: 0.05 }

type SameAs = { kw: number; share: number; ms: number; soc: number }

/** The planner's plan as it is stored and given back: with the source of its start SoC, and without rounding. */
export function storedPlan(planned: SchedulePlan, { stay, soc }: PlannableStay): Plan {
  const { pastSegments: _, schedule, ...rest } = planned
  const { chargingStartedAt, chargingEndedAt } = stay.measured
  return roundedFractions({
    ...rest,
    schedule: {
      ...schedule,
      ev: ofBattery(schedule.ev, stay),
      startSocSource: soc.source,
      tx: {
        ...(chargingStartedAt !== null && { chargingStartTime: new Date(chargingStartedAt).toISOString() }),
        ...(chargingEndedAt !== null && { chargingEndTime: new Date(chargingEndedAt).toISOString() }),
      },
    },
  })
}

/** A plan is made for what has to be ordered; what the battery needs is said of the battery. */
function ofBattery(ev: SchedulePlan['schedule']['ev'], stay: PlannableStay['stay']): SchedulePlan['schedule']['ev'] {
  const { batterySizeKwh } = stay.vehicle
  if (batterySizeKwh === null || batterySizeKwh === ev.batterySizekWh) return ev
  const share = batterySizeKwh / ev.batterySizekWh
  const batteryEnergyNeedkWh = ev.batteryEnergyNeedkWh * share
  const energyNeedkWh = ev.energyNeedkWh - ev.batteryEnergyNeedkWh + batteryEnergyNeedkWh
  return { ...ev, batterySizekWh: batterySizeKwh, batteryEnergyNeedkWh, energyNeedkWh }
}

/** What is left of a plan when its vehicle needs no more: no segments to come, and the SoC that it has. */
export function endedPlan(plan: Plan, soc: number, targetSoc: number): Plan {
  const reached = soc >= targetSoc - TARGET_TOLERANCE
  return roundedFractions({ ...plan, segments: [], energyKwh: 0, endSoc: soc, reachedTargetSocInSchedule: reached })
}

/** Rounds every fraction to six decimals: a milliwatt, and a third of the text. */
export function roundedFractions<T>(value: T): T {
  if (typeof value === 'number') return (Number.isInteger(value) ? value : Math.round(value * 1e6) / 1e6) as T
  if (Array.isArray(value)) return value.map(roundedFractions) as T
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, roundedFractions(item)])) as T
}

/**
 * Whether a new plan says the same to a charger from its beginning on as the incumbent plan, made from the same inputs. A
 * plan that was posted is never the same as one of the planner's.
 * @param isTight the site has no room to spare: then every kilowatt counts
 * @param othersChange the plans of others change: then every second counts
 */
export function isSamePlan(
  incumbent: IncumbentPlan,
  next: Plan,
  strategy: string,
  isTight: boolean,
  othersChange = false,
): boolean {
  if (incumbent.posted || incumbent.strategy !== strategy) return false
  const { plan } = incumbent
  if (fingerprint(plan) !== fingerprint(next)) return false
  const same = isTight ? EXACT : othersChange ? BESIDE_OTHERS : CHARGER
  if (Math.abs((plan.endSoc ?? 0) - (next.endSoc ?? 0)) > same.soc) return false
  const segments = next.segments ?? []
  const from = segments[0]?.from ?? Number.POSITIVE_INFINITY
  const rest = clipSegments(plan.segments ?? [], { from, to: Number.POSITIVE_INFINITY })
  if (isTight && rest.length !== segments.length) return false
  return longestApartMs(rest, segments, same) <= same.ms
}

/** How long at the most two plans differ without a break by what a charger tells apart, in ms. */
function longestApartMs(a: readonly Segment[], b: readonly Segment[], same: SameAs): number {
  const times = [...new Set([...a, ...b].flatMap(({ from, to }) => [from, to]))].sort((one, two) => one - two)
  let longest = 0
  let apart = 0
  let [i, k] = [0, 0]
  for (const [index, from] of times.slice(0, -1).entries()) {
    while ((a[i]?.to ?? Number.POSITIVE_INFINITY) <= from) i += 1
    while ((b[k]?.to ?? Number.POSITIVE_INFINITY) <= from) k += 1
    const isApart = !isAlike(segmentAt(a[i], from), segmentAt(b[k], from), same)
    apart = isApart ? apart + (times[index + 1] ?? from) - from : 0
    longest = Math.max(longest, apart)
  }
  return longest
}

const segmentAt = (segment: Segment | undefined, at: number) => (segment && segment.from <= at ? segment : undefined)

function isAlike(a: Segment | undefined, b: Segment | undefined, { kw, share }: SameAs): boolean {
  const [aKw, bKw] = [a?.powerkW ?? 0, b?.powerkW ?? 0]
  return Math.abs(aKw - bKw) < Math.max(kw, share * Math.max(aKw, bKw)) && aKw > 0 === bKw > 0
}

/**
 * What a plan was made from, without what moves on by itself as time goes by: the start SoC and the need. jsonb gives
 * the properties of an object back in another order, so they are sorted.
 */
function fingerprint({ schedule, usesMargin, departureMarginMs, reachedTargetSocInSchedule }: Plan): string {
  const { startSoc: _soc, ev, tx, ...inputs } = schedule ?? {}
  const { batteryEnergyNeedkWh: _battery, energyNeedkWh: _energy, ...vehicle } = ev ?? {}
  return JSON.stringify(
    [inputs, vehicle, tx ?? {}, usesMargin, departureMarginMs, reachedTargetSocInSchedule].map(sorted),
  )
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, item]) => [name, sorted(item)]),
  )
}
