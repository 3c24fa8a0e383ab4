import type { ReadinessReason, ReadinessState } from '@/lib/contract/readiness'
import { TARGET_TOLERANCE } from '@/lib/stays/standing'
import { MINUTE_MS } from '@/lib/time/interval'

/** What a plan computes falls short of a minimum by rounding at most; more than this is a miss (SoC points). */
const MINIMUM_TOLERANCE = 0.05

/** Less time to spare than this, and any delay makes a vehicle miss (minutes). */
const TIGHT_SLACK_MINUTES = 30

/** A vehicle that came this much later than planned has come too late, when it then lacks the time (minutes). */
export const LATE_MINUTES = 15

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
  /**
   * `absent`: due, but not connected; `unheard`: due, and its chargers have yet to say whether it is connected; `expected`: not due
   * yet; `left`: unplugged to leave; `overdue`: still there.
   */
  presence: 'expected' | 'unheard' | 'here' | 'absent' | 'left' | 'overdue'
  /** When it was unplugged last; null while it is connected, or has not come. */
  unpluggedAt: number | null
  /** Since when the connector where it stands reports a fault. */
  faultSince: number | null
  /** Since when nothing has been heard of it where meter values used to come; null: it is heard of. */
  silentSince: number | null
  /** It gets less than its plan orders: since when, and what share; null: it gets that. */
  delivery: { kind: 'not-charging' | 'falls-behind'; since: number; share: number } | null
  soc: number | null
  socIsAssumed: boolean
  /** The SoC at the departure, from what is delivered. */
  predictedSoc: number | null
  /** The least that it then has, where nobody measures its SoC; null where it is measured, or nothing is known of it yet. */
  surelySoc: number | null
  /** 0 where only the target is wanted. */
  minimumSoc: number
  /** What is charged to: never below the minimum (`effectiveTargetSoc`). */
  targetSoc: number
  batterySizeKwh: number | null
  /** How long charging to its target, and to its minimum, takes at the most that it gets, ms; null: not known. */
  toTargetMs: number | null
  toMinimumMs: number | null
  /** The same to its target if its battery took its full power at every SoC, and if its charger gave that. */
  withoutCurveMs: number | null
  withFullDeliveryMs: number | null
  planIsFrozen: boolean
  siteHasLimit: boolean
  noPlanReason: ReadinessReason | null
}

export type ReadinessVerdict = {
  state: ReadinessState
  reason?: ReadinessReason
  /** Since when it is so (epoch ms), where a fact says it. */
  since?: number
  /** The states that hold too. */
  alsoStates?: ReadinessState[]
  /** How far the prediction lies below what it falls short of, in SoC points and in kWh. */
  shortfallSoC?: number
  shortfallkWh?: number
  /** Time to spare if it charged from now on as fast as it can, to its target. */
  slackMinutes?: number
  /** Minutes since it was due. */
  lateMinutes?: number
  /** What it gets of its order, from 0 to 1, while that is too little. */
  deliveredShare?: number
}

type Rule = {
  state: ReadinessState
  holds: (facts: DepartureFacts) => boolean
  says?: (facts: DepartureFacts) => Omit<ReadinessVerdict, 'state'>
}

const AWAY: Rule = { state: 'away', holds: () => true }

/** The states in their order: the first that holds is the verdict, the others that hold are told beside it. */
const RULES: readonly Rule[] = [
  { state: 'left-ready', holds: (facts) => facts.presence === 'left' && isAtTarget(facts), says: sinceUnplugged },
  { state: 'left-short', holds: (facts) => facts.presence === 'left', says: saysLeftShort },
  { state: 'no-plan', holds: (facts) => lacksPlan(facts) && !isPlanComing(facts), says: saysNoPlan },
  { state: 'will-miss', holds: (facts) => missOf(facts) !== null, says: (facts) => saysShort(facts, missOf(facts)) },
  { state: 'fault', holds: ({ faultSince }) => faultSince !== null, says: ({ faultSince }) => sinceOf(faultSince) },
  {
    state: 'not-charging',
    holds: (facts) => facts.delivery?.kind === 'not-charging' && !isAtTarget(facts),
    says: saysDelivery,
  },
  { state: 'not-plugged-in', holds: ({ presence }) => presence === 'absent', says: saysAbsent },
  {
    state: 'not-heard-of',
    holds: ({ silentSince }) => silentSince !== null,
    says: (facts) => sinceOf(facts.silentSince),
  },
  {
    state: 'falls-behind',
    holds: (facts) => facts.delivery?.kind === 'falls-behind' && !isAtTarget(facts),
    says: saysDelivery,
  },
  { state: 'at-risk', holds: (facts) => isTight(facts) || isUnsure(facts), says: saysAtRisk },
  {
    state: 'short-of-target',
    holds: (facts) => belowTarget(facts, facts.predictedSoc) !== null,
    says: (facts) => saysShort(facts, belowTarget(facts, facts.predictedSoc)),
  },
  {
    state: 'ready',
    holds: (facts) => facts.presence !== 'expected' && facts.presence !== 'unheard' && isAtTarget(facts),
    says: saysOverdue,
  },
  { state: 'no-plan', holds: (facts) => lacksPlan(facts) && isPlanComing(facts), says: saysNoPlan },
  { state: 'on-track', holds: ({ presence }) => presence !== 'expected', says: saysUnheard },
  AWAY,
]

/** States that say no more than that nothing is wrong: they are never told beside another. */
const CALM: ReadonlySet<ReadinessState> = new Set(['ready', 'on-track', 'away'])

/**
 * The state of one departure with its reason, since when, and its numbers. Pure: the same facts, the same. What takes time
 * to be sure of (no power, too little, silence) has done so in the facts, so that no single reading changes a state.
 */
export function readinessOf(facts: DepartureFacts): ReadinessVerdict {
  const holding = RULES.filter(({ holds }) => holds(facts))
  const first: Rule = holding[0] ?? AWAY
  const hasLeft = facts.presence === 'left'
  const also = hasLeft ? [] : holding.slice(1).flatMap(({ state }) => (CALM.has(state) ? [] : [state]))
  return {
    state: first.state,
    ...first.says?.(facts),
    ...(also.length > 0 && { alsoStates: also }),
    ...(hasLeft ? {} : slackOf(facts)),
  }
}

const sinceOf = (since: number | null) => (since === null ? {} : { since })

function saysAtRisk(facts: DepartureFacts): Omit<ReadinessVerdict, 'state'> {
  return isTight(facts) || facts.presence === 'overdue' ? saysOverdue(facts) : { reason: 'soc-unknown' }
}

function saysOverdue({ presence }: DepartureFacts): Omit<ReadinessVerdict, 'state'> {
  return presence === 'overdue' ? { reason: 'overdue' } : {}
}

/** By the timetable only: whether it is plugged in is not known yet. */
function saysUnheard({ presence }: DepartureFacts): Omit<ReadinessVerdict, 'state'> {
  return presence === 'unheard' ? { reason: 'chargers-connecting' } : {}
}

function sinceUnplugged({ unpluggedAt }: DepartureFacts) {
  return sinceOf(unpluggedAt)
}

function saysLeftShort(facts: DepartureFacts) {
  return { ...sinceUnplugged(facts), ...shortfall(facts, belowTarget(facts, facts.soc)) }
}

function saysAbsent(facts: DepartureFacts): Omit<ReadinessVerdict, 'state'> {
  return { reason: 'not-plugged-in', since: awaitedSince(facts), lateMinutes: lateMinutesOf(facts) }
}

function saysDelivery({ delivery }: DepartureFacts): Omit<ReadinessVerdict, 'state'> {
  return delivery ? { since: delivery.since, deliveredShare: delivery.share } : {}
}

function saysShort(facts: DepartureFacts, points: number | null): Omit<ReadinessVerdict, 'state'> {
  const reason = whyShort(facts)
  return {
    ...(reason !== null && { reason }),
    ...shortfall(facts, points),
    ...sinceOf(sinceWhen(facts, reason)),
    ...(facts.presence === 'absent' && { lateMinutes: lateMinutesOf(facts) }),
    ...(facts.delivery && { deliveredShare: facts.delivery.share }),
  }
}

/** Why there is no plan yet, where that passes by itself: then what the chargers say comes first. */
const PASSING: ReadonlySet<ReadinessReason> = new Set(['not-planned-yet', 'beyond-horizon'])

function isPlanComing({ noPlanReason }: DepartureFacts): boolean {
  return noPlanReason !== null && PASSING.has(noPlanReason)
}

/** A vehicle that is there and at its target needs no plan. */
function lacksPlan(facts: DepartureFacts): boolean {
  return facts.noPlanReason !== null && (facts.presence === 'expected' || !isAtTarget(facts))
}

function saysNoPlan({ noPlanReason }: DepartureFacts): Omit<ReadinessVerdict, 'state'> {
  return noPlanReason === null ? {} : { reason: noPlanReason }
}

function isAtTarget(facts: DepartureFacts): boolean {
  return facts.soc !== null && belowTarget(facts, facts.soc) === null
}

type SocFacts = Pick<DepartureFacts, 'predictedSoc' | 'minimumSoc' | 'targetSoc'>

/** By how much a SoC at a departure that is over was a miss, and lay below the target; null: not. */
export function socFaults(
  soc: number,
  needed: Pick<DepartureFacts, 'minimumSoc' | 'targetSoc'>,
): { missedBy: number | null; belowTargetBy: number | null } {
  return { missedBy: missOf({ ...needed, predictedSoc: soc }), belowTargetBy: belowTarget(needed, soc) }
}

/** By how much the prediction lies below the minimum, or below the target where there is no minimum; null if not. */
function missOf({ predictedSoc, minimumSoc, targetSoc }: SocFacts): number | null {
  if (predictedSoc === null) return null
  if (minimumSoc <= 0) return predictedSoc < targetSoc - TARGET_TOLERANCE ? targetSoc - predictedSoc : null
  return predictedSoc < minimumSoc - MINIMUM_TOLERANCE ? minimumSoc - predictedSoc : null
}

function belowTarget({ targetSoc }: Pick<SocFacts, 'targetSoc'>, soc: number | null): number | null {
  return soc !== null && soc < targetSoc - TARGET_TOLERANCE ? targetSoc - soc : null
}

function shortfall({ batterySizeKwh }: DepartureFacts, points: number | null): Partial<ReadinessVerdict> {
  if (points === null) return {}
  if (batterySizeKwh === null) return { shortfallSoC: points }
  return { shortfallSoC: points, shortfallkWh: (points / 100) * batterySizeKwh }
}

/** From when on a vehicle that is not connected should be. */
const awaitedSince = ({ arrival, unpluggedAt }: DepartureFacts) => Math.max(arrival, unpluggedAt ?? arrival)

const lateMinutesOf = ({ now, arrival }: DepartureFacts) => Math.floor((now - arrival) / MINUTE_MS)

/** Time left over at full power until the target is reached, in ms; null where that is unknown. */
export function slackMs({ deadline, now, from, toTargetMs }: DepartureFacts): number | null {
  return toTargetMs === null ? null : deadline - Math.max(now, from) - toTargetMs
}

function slackOf(facts: DepartureFacts): Pick<ReadinessVerdict, 'slackMinutes'> {
  const slack = slackMs(facts)
  return slack === null || !Number.isFinite(slack) ? {} : { slackMinutes: slack / MINUTE_MS }
}

/** There, still below its target, with little time to spare, whoever spent it. */
function isTight(facts: DepartureFacts): boolean {
  if (facts.presence === 'expected' || facts.soc === null || isAtTarget(facts)) return false
  const slack = slackMs(facts)
  return slack !== null && slack < TIGHT_SLACK_MINUTES * MINUTE_MS
}

/** There, and short of its target at the low end of what is known of its SoC. */
function isUnsure(facts: DepartureFacts): boolean {
  return facts.presence === 'here' && !isAtTarget(facts) && belowTarget(facts, facts.surelySoc) !== null
}

/** Why it falls short: what keeps it from charging now, else what its time or the site does not allow. */
function whyShort(facts: DepartureFacts): ReadinessReason | null {
  if (facts.presence === 'absent') return 'not-plugged-in'
  if (facts.faultSince !== null) return 'fault'
  if (facts.delivery?.kind === 'not-charging') return 'not-charging'
  if (facts.silentSince !== null) return 'not-heard-of'
  if (facts.planIsFrozen) return 'frozen-plan'
  const neededMs = missOf(facts) === null || facts.minimumSoc <= 0 ? facts.toTargetMs : facts.toMinimumMs
  if (neededMs === null) return null
  const left = facts.deadline - Math.max(facts.now, facts.from)
  if (neededMs <= left) return facts.siteHasLimit ? 'site-limit' : null
  if (facts.socIsAssumed) return 'soc-unknown'
  if (facts.withFullDeliveryMs !== null && facts.withFullDeliveryMs <= left) return 'delivers-less'
  if (facts.withoutCurveMs !== null && facts.withoutCurveMs <= left) return 'charging-curve'
  return facts.from > facts.arrival + LATE_MINUTES * MINUTE_MS ? 'started-too-late' : 'stay-too-short'
}

/** Since when the cause is there. */
function sinceWhen(facts: DepartureFacts, reason: ReadinessReason | null): number | null {
  if (reason === 'fault') return facts.faultSince
  if (reason === 'not-charging') return facts.delivery?.since ?? null
  if (reason === 'not-heard-of') return facts.silentSince
  if (reason === 'not-plugged-in') return awaitedSince(facts)
  return null
}
