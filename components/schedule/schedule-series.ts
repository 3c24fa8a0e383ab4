import type { Explanation, SegmentReason } from '@/lib/contract/explanations'
import type { PHASES, Plan } from '@/lib/contract/plan'
import type { EvSchedule } from '@/lib/contract/schedule'
import { HOUR_MS } from '@/lib/time/interval'

export type Phase = (typeof PHASES)[number]

/** A stretch of constant power on the chart. `past`: it has happened; else it is planned. */
export type PowerStretch = {
  from: number
  to: number
  powerkW: number
  energykWh: number
  startSoc?: number
  endSoc?: number
  phase: Phase
  past: boolean
  paused: boolean
  limited: boolean
  unlimited: boolean
  /** Why it is so, where the planner says it. */
  reason?: SegmentReason
}

/** What the power/SoC chart draws of one schedule. */
export type ScheduleSeries = {
  from: number
  to: number
  /** Departure less its margin; equal to `to` without one. */
  deadline: number
  stretches: PowerStretch[]
  maxPowerkW: number
  targetSoc: number
  minimumSoc?: number
}

const PHASE_NAMES: ReadonlySet<string> = new Set<Phase>(['minimum', 'bulk', 'saturation', 'preconditioning', 'idle'])
/** Powers this near are the same on any screen. */
const SAME_POWER_KW = 0.05

/** Shapes a schedule's plan for its chart and its table: what happened, then what is planned. */
export function scheduleSeries(schedule: EvSchedule): ScheduleSeries {
  const { plan, explanation } = schedule
  const stretches = [...stretchesOf(plan?.pastSegments, true), ...stretchesOf(plan?.segments, false)].map((one) =>
    withReason(one, explanation),
  )
  const to = Date.parse(schedule.plannedDepartureTime)
  const arrival = Date.parse(schedule.plannedArrivalTime)
  return {
    from: Math.min(arrival, ...stretches.map((one) => one.from)),
    to: Math.max(to, ...stretches.map((one) => one.to)),
    deadline: to - (plan?.departureMarginMs ?? 0),
    stretches,
    maxPowerkW: plan?.schedule?.ev?.maxPowerkW ?? Math.max(1, ...stretches.map((one) => one.powerkW)),
    targetSoc: schedule.targetSoC,
    minimumSoc: schedule.minimumSoC ?? plan?.schedule?.settings?.minimumSoC,
  }
}

function stretchesOf(segments: Plan['segments'], past: boolean): PowerStretch[] {
  return (segments ?? []).map((segment) => ({
    from: segment.from,
    to: segment.to,
    powerkW: segment.powerkW,
    energykWh: segment.energykWh ?? (segment.powerkW * (segment.to - segment.from)) / HOUR_MS,
    startSoc: segment.startSoc,
    endSoc: segment.endSoc,
    phase: phaseOf(segment.tag?.[0]),
    past,
    paused: segment.paused ?? false,
    limited: segment.powerIsBeingLimited ?? false,
    unlimited: segment.powerUnlimited ?? false,
  }))
}

/**
 * A stretch with its reason: the one that speaks of its time and its power. What was measured otherwise than planned has
 * none.
 */
function withReason(stretch: PowerStretch, explanation: Explanation | undefined): PowerStretch {
  const middle = (stretch.from + stretch.to) / 2
  const reason = explanation?.reasons.find(({ from, to }) => from <= middle && middle < to)
  if (!reason) return stretch
  const powerKw = 'powerKw' in reason ? reason.powerKw : 0
  return Math.abs(powerKw - stretch.powerkW) <= SAME_POWER_KW ? { ...stretch, reason } : stretch
}

function phaseOf(tag: string | undefined): Phase {
  return tag !== undefined && PHASE_NAMES.has(tag) ? (tag as Phase) : 'bulk'
}

/** The stretch at an instant, or nothing. */
export function stretchAt(stretches: readonly PowerStretch[], at: number): PowerStretch | undefined {
  return stretches.find((one) => one.from <= at && at < one.to)
}

/** The state of charge at an instant inside a stretch: it rises evenly at constant power. */
export function socAt({ from, to, startSoc, endSoc }: PowerStretch, at: number): number | undefined {
  if (startSoc === undefined || endSoc === undefined || to <= from) return endSoc
  return startSoc + ((endSoc - startSoc) * (at - from)) / (to - from)
}
