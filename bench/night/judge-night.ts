import { MINUTE } from '@/bench/night/night'
import type { Played } from '@/bench/night/play-night'
import type { RealBus } from '@/bench/night/real-bus'
import { asksForAttention } from '@/lib/contract/enumerations'
import type { ReadinessState } from '@/lib/contract/readiness'

/** A bus this near to what it wanted has it (SoC points). */
const TOLERANCE = 1
const ANNOUNCED_MS = 60 * MINUTE
/** One that leaves so much earlier than planned misses for that alone, and its charger says so within some minutes. */
const EARLY_MS = 15 * MINUTE
const SEEN_MS = 10 * MINUTE
/** At risk for longer than this of a bus that leaves at its target is a false alarm. */
const RISK_MS = 30 * MINUTE

/** One departure: how it ended, and what the board had said of it. */
export type JudgedBus = {
  id: string
  leftWith: number
  missesTarget: boolean
  missesMinimum: boolean
  /** The board asked for attention an hour before the planned departure, or as soon as the cause was there. */
  isAnnounced: boolean
  /** The board cried wolf: in which state, and for how long. */
  falseAlarm: string | null
  changes: RealBus['changes']
  /** What the board said of it, every five minutes. */
  said: Said[]
}

export function judgeNight({ buses, looks }: Played): JudgedBus[] {
  return buses.flatMap((one) => {
    if (one.leftWith === null) return []
    const said = looks.flatMap(({ at, departures }) => {
      const departure = departures.find(({ schedule }) => schedule.evId === one.bus.id)
      return departure ? [{ at, ...departure, soc: departure.soc?.value }] : []
    })
    const { departure } = one.bus.posted
    const beforehand = said.findLast(({ at }) => at <= Math.max(departure - ANNOUNCED_MS, leftTooEarly(one) + SEEN_MS))
    const missesTarget = isBelow(one, one.bus.posted.targetSoc)
    return [
      {
        id: one.bus.id,
        leftWith: one.leftWith,
        missesTarget,
        missesMinimum: isBelow(one, one.bus.posted.minimumSoc),
        isAnnounced: beforehand !== undefined && asksForAttention(beforehand.state),
        falseAlarm: missesTarget ? null : falseAlarmIn(said.filter(({ at }) => at < one.bus.real.unplug)),
        changes: one.changes,
        said,
      },
    ]
  })
}

/** When a bus was unplugged so early that this is why it is short. */
function leftTooEarly({ bus: { real, posted } }: RealBus): number {
  return real.unplug <= posted.departure - EARLY_MS ? real.unplug : Number.NEGATIVE_INFINITY
}

export const isBelow = ({ leftWith }: RealBus, soc: number) => leftWith !== null && leftWith < soc - TOLERANCE

type Said = {
  at: number
  state: ReadinessState
  reason?: string
  soc?: number
  predictedSoC?: number
  slackMinutes?: number
}

function falseAlarmIn(said: readonly Said[]): string | null {
  const cried = said.find(({ state }) => state === 'will-miss' || state === 'short-of-target')
  if (cried) return `${cried.state}/${cried.reason ?? '-'} at ${timeOf(cried.at)}`
  let since: number | null = null
  for (const { at, state } of said) {
    since = state === 'at-risk' ? (since ?? at) : null
    if (since !== null && at - since > RISK_MS) return `at-risk from ${timeOf(since)}`
  }
  return null
}

export const timeOf = (at: number) => new Date(at).toISOString().slice(11, 16)
