import type { Explanation, SegmentReason, Shortfall } from '@/lib/contract/explanations'
import type { Plan, Segment } from '@/lib/contract/plan'
import type { PlanExplanation } from '@/lib/planner/explain/explain-plan'
import type { Shortfall as PlannerShortfall } from '@/lib/planner/explain/shortfall'
import { roundedFractions } from '@/lib/planning/stored-plan'
import type { IncumbentPlan } from '@/lib/stays/depot-stay'
import { MINUTE_MS } from '@/lib/time/interval'

/** A shortfall that differs by fewer points is the same to people. */
const SAME_POINTS = 0.05
/** Powers and prices this near, relatively, are the same to people. */
const SAME_SHARE = 1e-3
const TIMES = ['at', 'until']

/** What the planner says of its plan, as it is stored beside it: each reason with the times of its segment. */
export function storedExplanation({ segments = [] }: Plan, explained: PlanExplanation): Explanation {
  const { slack, shortfall, reasons } = explained
  const minutes = Object.entries(slack).filter(([, value]) => Number.isFinite(value))
  return roundedFractions({
    slack: Object.fromEntries(minutes),
    ...(shortfall && { shortfall: shortfallView(shortfall) }),
    reasons: segments.flatMap(({ from, to }, index): SegmentReason[] => {
      const reason = reasons[index]
      return reason ? [{ from, to, ...reason }] : []
    }),
  })
}

/** A shortfall as the contract gives it. */
export function shortfallView({ scheduleId: _, ...shortfall }: PlannerShortfall): Shortfall {
  return roundedFractions(shortfall)
}

/**
 * The explanation of an incumbent plan that stays, when what there is to say about it has changed because the others'
 * plans have. What elapsed keeps its reasons, and the slack goes on being that of the moment when the plan was made.
 * @param next what was said of the plan just now, which begins later
 * @returns null when it still says the same
 */
export function explainedAnew({ plan, explanation }: IncumbentPlan, next: Explanation): Explanation | null {
  if (!explanation) return next
  const segments = plan.segments ?? []
  const elapsed = segments.length - next.reasons.length
  if (!isSameCut(segments.slice(elapsed), next.reasons)) {
    if (isSameShortfall(explanation.shortfall, next.shortfall)) return null
    const { shortfall: _, ...rest } = explanation
    return { ...rest, ...(next.shortfall && { shortfall: next.shortfall }) }
  }
  const reasons = next.reasons.map((reason, index): SegmentReason => {
    const { from, to } = segments[elapsed + index] ?? reason
    return { ...reason, from, to }
  })
  const said = explanation.reasons.slice(elapsed)
  const isSame =
    isSameShortfall(explanation.shortfall, next.shortfall) &&
    said.length === reasons.length &&
    reasons.every((reason, index) => isSameReason(reason, said[index]))
  if (isSame) return null
  const { slack } = explanation
  const { shortfall } = next
  return { slack, ...(shortfall && { shortfall }), reasons: [...explanation.reasons.slice(0, elapsed), ...reasons] }
}

/** Whether reasons speak of these segments, the first of which may have begun before. */
function isSameCut(segments: readonly Segment[], reasons: readonly SegmentReason[]): boolean {
  const same = (a: number | undefined, b: number | undefined) => Math.abs((a ?? 0) - (b ?? 0)) <= 2 * MINUTE_MS
  return segments.length === reasons.length && segments.every(({ to }, index) => same(to, reasons[index]?.to))
}

function isSameShortfall(a: Shortfall | undefined, b: Shortfall | undefined): boolean {
  if (!a || !b) return a === b
  const isMissed = a.missedMinimumSoc === b.missedMinimumSoc
  return a.cause === b.cause && isMissed && Math.abs(a.missingPoints - b.missingPoints) < SAME_POINTS
}

function isSameReason(reason: SegmentReason, said: SegmentReason | undefined): boolean {
  if (said?.code !== reason.code) return false
  const was: Record<string, unknown> = said
  return Object.entries(reason).every(([name, value]) => {
    const before = was[name]
    if (typeof value !== 'number' || typeof before !== 'number' || TIMES.includes(name)) return value === before
    return Math.abs(value - before) <= SAME_SHARE * Math.max(1, Math.abs(before))
  })
}
