import type { Plan, Segment } from '@/lib/contract/plan'
import type { SchedulePlan } from '@/lib/planner/plan'
import type { PlannableStay } from '@/lib/planning/plannable'
import { clipSegments } from '@/lib/stays/delivered'
import type { IncumbentPlan } from '@/lib/stays/depot-stay'

/** Differences below these are the same plan to a charging system. */
const SAME_KW = 0.005
const SAME_SOC = 0.05

/** The planner's plan as it is stored and given back: with the source of its start SoC, and without rounding. */
export function storedPlan(planned: SchedulePlan, { stay, soc }: PlannableStay): Plan {
  const { pastSegments: _, schedule, ...rest } = planned
  const { chargingStartedAt, chargingEndedAt } = stay.measured
  return roundedFractions({
    ...rest,
    schedule: {
      ...schedule,
      startSocSource: soc.source,
      tx: {
        ...(chargingStartedAt !== null && { chargingStartTime: new Date(chargingStartedAt).toISOString() }),
        ...(chargingEndedAt !== null && { chargingEndTime: new Date(chargingEndedAt).toISOString() }),
      },
    },
  })
}

/** Rounds every fraction to six decimals: a milliwatt, and a third of the text. */
export function roundedFractions<T>(value: T): T {
  if (typeof value === 'number') return (Number.isInteger(value) ? value : Math.round(value * 1e6) / 1e6) as T
  if (Array.isArray(value)) return value.map(roundedFractions) as T
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, roundedFractions(item)])) as T
}

/**
 * Whether a new plan says the same from its beginning on as the incumbent plan, made from the same inputs. A plan that
 * was posted is never the same as one of the planner's.
 */
export function isSamePlan(incumbent: IncumbentPlan, next: Plan, strategy: string): boolean {
  if (incumbent.posted || incumbent.strategy !== strategy) return false
  const { plan } = incumbent
  if (fingerprint(plan) !== fingerprint(next)) return false
  if (Math.abs((plan.endSoc ?? 0) - (next.endSoc ?? 0)) > SAME_SOC) return false
  const segments = next.segments ?? []
  const from = segments[0]?.from ?? Number.POSITIVE_INFINITY
  const rest = clipSegments(plan.segments ?? [], { from, to: Number.POSITIVE_INFINITY })
  return rest.length === segments.length && rest.every((segment, index) => isSameSegment(segment, segments[index]))
}

function isSameSegment(a: Segment, b: Segment | undefined): boolean {
  return (
    b !== undefined &&
    a.from === b.from &&
    a.to === b.to &&
    Math.abs(a.powerkW - b.powerkW) < SAME_KW &&
    a.tag?.[0] === b.tag?.[0] &&
    a.powerUnlimited === b.powerUnlimited
  )
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
