import type { Plan, Segment } from '@/lib/contract/plan'
import type { PlanChange, PlanFigures } from '@/lib/contract/plan-change'
import { toTimestamp } from '@/lib/contract/timestamp'
import { roundedFractions } from '@/lib/planning/stored-plan'
import { clipSegments } from '@/lib/stays/delivered'

/** A plan that was in force from `plannedAt` (epoch ms) on, and what it was made for. */
export type PlanVersion = { plannedAt: number; trigger: string | null; triggerDescription: string | null; plan: Plan }

/** What each replan changed of the time that was still to come. Pure. @param versions oldest first @returns newest first */
export function planChangesOf(versions: readonly PlanVersion[]): PlanChange[] {
  const changes = versions.slice(1).map(({ plannedAt, trigger, triggerDescription, plan }, index): PlanChange => {
    const before = versions[index]?.plan ?? plan
    return {
      timestamp: toTimestamp(plannedAt),
      ...(trigger !== null && { trigger }),
      ...(triggerDescription !== null && { triggerDescription }),
      before: figuresOf(before, plannedAt),
      after: figuresOf(plan, plannedAt),
    }
  })
  return changes.reverse()
}

function figuresOf(
  { segments = [], endSoc, reachedTargetSocInSchedule: reachedTargetSoC }: Plan,
  from: number,
): PlanFigures {
  const powered = clipSegments(segments, { from, to: Number.POSITIVE_INFINITY }).filter(({ powerkW }) => powerkW > 0)
  const [first, last] = [powered[0], powered.at(-1)]
  return {
    ...roundedFractions({ ...(endSoc !== undefined && { endSoC: endSoc }), peakkW: peakOf(powered) }),
    ...(first && { chargesFrom: toTimestamp(first.from) }),
    ...(last && { endTime: toTimestamp(last.to) }),
    ...(reachedTargetSoC !== undefined && { reachedTargetSoC }),
  }
}

function peakOf(segments: readonly Segment[]): number {
  return segments.reduce((peak, { powerkW }) => Math.max(peak, powerkW), 0)
}
