import { isPreconditioning } from '@/lib/planner/invariants/depot-timeline'
import { ownReachKwh, type StayFacts } from '@/lib/planner/invariants/stay-facts'
import { exceeds, type Violation } from '@/lib/planner/invariants/violation'
import type { SchedulePlan, Segment } from '@/lib/planner/plan'

const socTolerance = 1e-6

/** The phases of a vehicle by its SoC: `minimum`, `bulk`, `saturation`, and `idle` from the target on. */
export function phasesOf({
  schedule,
  targetSoc: target,
}: StayFacts): { tag: string; fromSoc: number; toSoc: number }[] {
  const { minimumSoC, bulkSoC } = schedule.settings
  const minimumTo = Math.min(minimumSoC, target)
  const bulkTo = Math.min(Math.max(minimumSoC, bulkSoC), target)
  return [
    { tag: 'minimum', fromSoc: Number.NEGATIVE_INFINITY, toSoc: minimumTo },
    { tag: 'bulk', fromSoc: minimumTo, toSoc: bulkTo },
    { tag: 'saturation', fromSoc: bulkTo, toSoc: target },
    { tag: 'idle', fromSoc: target, toSoc: Number.POSITIVE_INFINITY },
  ]
}

/** Every segment carries the one tag of its SoC range, and ends at the first whole second at or past its bound. */
export function checkPhases(stay: StayFacts, { segments }: SchedulePlan): Violation[] {
  const phases = phasesOf(stay)
  return segments.flatMap((segment) => {
    const wrong = (found: string) => [
      { rule: 'segments carry the tag of their SoC', scheduleId: stay.schedule.id, atMs: segment.from, found },
    ]
    const tag = segment.tag[0]
    if (segment.tag.length !== 1) return wrong(`${segment.tag.length} tags`)
    if (tag === 'preconditioning')
      return checkPreconditioningTime(stay, segment) ? [] : wrong('preconditioning out of its time')
    const phase = phases.find((one) => one.tag === tag)
    if (!phase) return wrong(`unknown tag ${tag}`)
    const lastSecondSoc = segment.endSoc - (segment.endSoc - segment.startSoc) * (1000 / segment.durationMs)
    const startsIn = segment.startSoc >= phase.fromSoc - socTolerance
    const staysIn = lastSecondSoc < phase.toSoc + socTolerance && segment.startSoc < phase.toSoc
    const isNearlyIn = Math.abs(segment.startSoc - phase.toSoc) <= socTolerance && segment.powerkW === 0
    if (startsIn && (staysIn || isNearlyIn)) return []
    return wrong(
      `${tag} from ${segment.startSoc} to ${segment.endSoc} %, its range is ${phase.fromSoc} to ${phase.toSoc}`,
    )
  })
}

/** The tag may cover the window of the battery's own preconditioning too, which draws nothing. */
function checkPreconditioningTime({ deadlineMs, lastMs }: StayFacts, { from, to }: Segment): boolean {
  return from >= deadlineMs - 1000 && to <= lastMs
}

/** `paused`, `powerUnlimited` and `powerIsBeingLimited` say what the power says. */
export function checkFlags(stay: StayFacts, { segments }: SchedulePlan): Violation[] {
  return segments.flatMap((segment) => {
    const said = [segment.paused, segment.powerUnlimited, segment.powerIsBeingLimited]
    const allowed = allowedFlags(stay, segment)
    if (said.every((flag, k) => allowed[k]?.includes(flag)) && said.filter(Boolean).length <= 1) return []
    const found = `paused, unlimited, limited are ${said.join()} at ${segment.powerkW} kW, ${segment.tag.join()}`
    return [{ rule: 'flags say what the power says', scheduleId: stay.schedule.id, atMs: segment.from, found }]
  })
}

type Allowed = readonly boolean[]
const yes: Allowed = [true]
const no: Allowed = [false]
const either: Allowed = [true, false]

function allowedFlags(stay: StayFacts, segment: Segment): [Allowed, Allowed, Allowed] {
  const { powerkW } = segment
  const isFull = !exceeds(stay.schedule.ev.maxPowerkW, powerkW, 1e-9)
  const isAtBound = !exceeds(stay.maxPowerKw, powerkW)
  if (isPreconditioning(segment)) return [powerkW > 0 ? no : either, either, either]
  if (powerkW === 0) {
    if (segment.tag.includes('idle')) return [no, either, no]
    return [couldCharge(stay, segment) ? yes : either, no, no]
  }
  if (isFull) return [no, yes, no]
  return isAtBound ? [no, either, either] : [no, no, yes]
}

/** Before its end a vehicle that can pause waits by plan; whether a site without room counts as a pause is left open. */
function couldCharge(stay: StayFacts, { to }: Segment): boolean {
  return stay.pausable && stay.maxPowerKw > 0 && stay.maxPowerKw >= stay.floorPowerKw && to <= stay.deadlineMs
}

/**
 * Power keeps to the ideal of its phase unless the ideals would leave the vehicle short. Only what can be judged from
 * the stay alone is checked: on a site without a limit, a vehicle that its ideals let reach the target keeps them.
 */
export function checkIdeals(stay: StayFacts, { segments }: SchedulePlan, siteIsLimited: boolean): Violation[] {
  const { powerRules } = stay.schedule.settings
  if (siteIsLimited || powerRules.length === 0 || stay.boundByCurve) return []
  const ideal = (tag: string | undefined) =>
    powerRules.reduce((kw, rule) => (rule.tag === tag ? Math.min(kw, rule.idealPowerkW ?? kw) : kw), stay.maxPowerKw)
  const fits =
    stay.floorPowerKw > 0
      ? fitsUnderLowest(stay, ideal)
      : idealHours(stay, ideal) <= hoursOf(stay) - segments.length / 3600
  if (!fits) return []
  return segments.flatMap((segment) => {
    if (isPreconditioning(segment) || !exceeds(segment.powerkW, ideal(segment.tag[0]))) return []
    const found = `${segment.powerkW} kW, ideal ${ideal(segment.tag[0])}`
    return [{ rule: 'power keeps to its ideal', scheduleId: stay.schedule.id, atMs: segment.from, found }]
  })
}

/**
 * With a minimum power a stay that cannot pause keeps to the lowest ideal of its phases, where that leaves it half an hour to
 * spare, and a power between the two brings its energy in whole seconds. One that can pause may be short of what a minimum power leaves over, and then loses its ideals.
 */
function fitsUnderLowest(stay: StayFacts, ideal: (tag: string) => number): boolean {
  if (stay.pausable) return false
  const lowestKw = Math.min(...phasesOf(stay).flatMap(({ tag }) => (tag === 'idle' ? [] : [ideal(tag)])))
  const needKwh = stay.minimumNeedKwh + stay.restNeedKwh
  const fastestS = Math.ceil((needKwh / lowestKw) * 3600 - 1e-6)
  const slowestS = Math.floor((needKwh / stay.floorPowerKw) * 3600 + 1e-6)
  return lowestKw >= stay.floorPowerKw && fastestS <= slowestS && fastestS / 3600 <= hoursOf(stay) - 0.5
}

function hoursOf(stay: StayFacts): number {
  return stay.maxPowerKw > 0 ? ownReachKwh(stay) / stay.maxPowerKw : 0
}

function idealHours(stay: StayFacts, ideal: (tag: string) => number): number {
  const { startSoc, ev } = stay.schedule
  return phasesOf(stay)
    .filter(({ tag }) => tag !== 'idle')
    .reduce((hours, { tag, fromSoc, toSoc }) => {
      const points = Math.max(0, toSoc - Math.max(startSoc, fromSoc))
      return points > 0 ? hours + (points * ev.batterySizekWh) / 100 / ideal(tag) : hours
    }, 0)
}
