import type { ReadinessReason, ReadinessState } from '@/lib/contract/readiness'
import { MINUTE_MS } from '@/lib/time/interval'

/** Below its target by less than this, a vehicle is as good as there (SoC points). */
const TARGET_TOLERANCE = 1

/** What a plan computes falls short of a minimum by rounding at most; more than this is a miss (SoC points). */
const MINIMUM_TOLERANCE = 0.05

/** Less time to spare than this, and any delay makes a vehicle miss (minutes). */
const TIGHT_SLACK_MINUTES = 30

/** A vehicle that came this much later than planned has come too late, when it then lacks the time (minutes). */
const LATE_MINUTES = 15

/**
 * What is known of a departure. SoC percent, energies kWh, instants epoch ms; null where it is not known, and unknown
 * is never taken for zero.
 */
export type DepartureFacts = {
  now: number
  /** The planned arrival and departure. */
  arrival: number
  departure: number
  /** When the vehicle can charge: from its connection, where the chargers say it, to its deadline. */
  from: number
  deadline: number
  /** `absent`: due, but not connected; `expected`: not due yet. */
  presence: 'expected' | 'here' | 'absent' | 'overdue'
  /** The connector where it stands reports a fault. */
  faulted: boolean
  /** Since when nothing has been heard of it where meter values used to come; null: it is heard of. */
  silentSince: number | null
  /** The plan gives it power right now, and the chargers say that none flows. */
  idle: boolean
  soc: number | null
  /** SoC when it came, or will come. */
  arrivalSoc: number | null
  socIsAssumed: boolean
  predictedSoc: number | null
  /** 0 where only the target is wanted. */
  minimumSoc: number
  /** What is charged to: never below the minimum (`effectiveTargetSoc`). */
  targetSoc: number
  batterySizeKwh: number | null
  maxPowerKw: number | null
  planIsFrozen: boolean
  siteHasLimit: boolean
  noPlanReason: ReadinessReason | null
}

export type ReadinessVerdict = {
  state: ReadinessState
  reason?: ReadinessReason
  /** How far the prediction lies below what it falls short of, in SoC points and in kWh. */
  shortfallSoC?: number
  shortfallkWh?: number
  /** Time to spare if it charged at full power from now on, to its minimum (to its target where it has none). */
  slackMinutes?: number
  /** Minutes since it was due. */
  lateMinutes?: number
}

/** The state of one departure, the worst that applies, with its reason and numbers. Pure: the same facts, the same. */
export function readinessOf(facts: DepartureFacts): ReadinessVerdict {
  const numbers = { ...slackOf(facts), ...latenessOf(facts) }
  const missed = missOf(facts)
  if (missed !== null) return { state: 'will-miss', ...reasonOf(facts), ...shortfall(facts, missed), ...numbers }
  if (facts.faulted) return { state: 'fault', ...numbers }
  if (facts.idle) return { state: 'not-charging', ...numbers }
  if (facts.presence === 'absent') return { state: 'not-plugged-in', reason: 'not-plugged-in', ...numbers }
  if (facts.silentSince !== null) return { state: 'not-heard-of', ...numbers }
  if (isTight(facts)) return { state: 'at-risk', ...numbers }
  const below = belowTarget(facts, facts.predictedSoc)
  if (below !== null) return { state: 'short-of-target', ...reasonOf(facts), ...shortfall(facts, below), ...numbers }
  return { ...calmStateOf(facts), ...numbers }
}

function calmStateOf(facts: DepartureFacts): Pick<ReadinessVerdict, 'state' | 'reason'> {
  const isHere = facts.presence !== 'expected'
  if (isHere && facts.soc !== null && belowTarget(facts, facts.soc) === null) return { state: 'ready' }
  if (facts.noPlanReason !== null) return { state: 'no-plan', reason: facts.noPlanReason }
  return { state: isHere ? 'on-track' : 'away' }
}

/** By how much the prediction lies below the minimum, or below the target where there is no minimum; null if not. */
function missOf({ predictedSoc, minimumSoc, targetSoc }: DepartureFacts): number | null {
  if (predictedSoc === null) return null
  if (minimumSoc <= 0) return predictedSoc < targetSoc - TARGET_TOLERANCE ? targetSoc - predictedSoc : null
  return predictedSoc < minimumSoc - MINIMUM_TOLERANCE ? minimumSoc - predictedSoc : null
}

function belowTarget({ targetSoc }: DepartureFacts, soc: number | null): number | null {
  return soc !== null && soc < targetSoc - TARGET_TOLERANCE ? targetSoc - soc : null
}

function shortfall({ batterySizeKwh }: DepartureFacts, points: number): Partial<ReadinessVerdict> {
  if (batterySizeKwh === null) return { shortfallSoC: points }
  return { shortfallSoC: points, shortfallkWh: (points / 100) * batterySizeKwh }
}

/** What the next duty needs: the minimum, or the target where there is none. */
function neededSoc({ minimumSoc, targetSoc }: DepartureFacts): number {
  return minimumSoc > 0 ? minimumSoc : targetSoc
}

/** Time at full power from one SoC to another, ms; null where something about it is unknown. */
function fullPowerMs({ batterySizeKwh, maxPowerKw }: DepartureFacts, soc: number | null, to: number): number | null {
  if (soc === null || batterySizeKwh === null || maxPowerKw === null || maxPowerKw <= 0) return null
  return ((Math.max(0, to - soc) / 100) * batterySizeKwh * 60 * MINUTE_MS) / maxPowerKw
}

function slackOf(facts: DepartureFacts): Pick<ReadinessVerdict, 'slackMinutes'> {
  const needed = fullPowerMs(facts, facts.soc, neededSoc(facts))
  if (needed === null) return {}
  return { slackMinutes: (facts.deadline - Math.max(facts.now, facts.from) - needed) / MINUTE_MS }
}

function latenessOf({ presence, now, arrival }: DepartureFacts): Pick<ReadinessVerdict, 'lateMinutes'> {
  return presence === 'absent' ? { lateMinutes: Math.floor((now - arrival) / MINUTE_MS) } : {}
}

/**
 * Still below what it needs, with little time to spare from the moment it came on. Slack that its plan has used since
 * then was used on purpose and is no risk.
 */
function isTight(facts: DepartureFacts): boolean {
  const needed = neededSoc(facts)
  if (facts.presence === 'expected' || facts.soc === null || facts.soc >= needed - MINIMUM_TOLERANCE) return false
  const full = fullPowerMs(facts, facts.arrivalSoc, needed)
  return full !== null && facts.deadline - facts.from - full < TIGHT_SLACK_MINUTES * MINUTE_MS
}

function reasonOf(facts: DepartureFacts): Pick<ReadinessVerdict, 'reason'> {
  const reason = whyShort(facts)
  return reason === null ? {} : { reason }
}

function whyShort(facts: DepartureFacts): ReadinessReason | null {
  if (facts.noPlanReason !== null) return facts.noPlanReason
  if (facts.presence === 'absent') return 'not-plugged-in'
  if (facts.planIsFrozen) return 'frozen-plan'
  const full = fullPowerMs(facts, facts.soc, facts.predictedSoc === null ? neededSoc(facts) : missedSoc(facts))
  if (full === null) return null
  if (full <= facts.deadline - Math.max(facts.now, facts.from)) return facts.siteHasLimit ? 'site-limit' : null
  if (facts.socIsAssumed) return 'soc-unknown'
  return facts.from > facts.arrival + LATE_MINUTES * MINUTE_MS ? 'started-too-late' : 'stay-too-short'
}

/** The SoC that the prediction falls short of. */
function missedSoc(facts: DepartureFacts): number {
  return missOf(facts) === null ? facts.targetSoc : neededSoc(facts)
}
