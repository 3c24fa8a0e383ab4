import { type Reading, timeOfDay, weekdayAndTime } from '@/components/format/instant-format'
import type { SegmentReason } from '@/lib/contract/explanations'

/** What happens in a stretch, and why: two clauses that make a sentence with a colon between them. */
export type ReasonWords = { what: string; why: string }

const HALF_A_DAY_MS = 12 * 3_600_000

/**
 * The reason of a stretch in words; `past` tells of it as what was.
 *
 * @example reasonWords(reason, reading) // { what: 'Waits', why: '01:40 is cheaper' }
 */
export function reasonWords(reason: SegmentReason, reading: Reading, past = false): ReasonWords {
  return { what: whatHappens(reason, reading, past), why: whyItHappens(reason, reading) }
}

/** `Waits: 01:40 is cheaper` */
export function reasonSentence(reason: SegmentReason, reading: Reading, past = false): string {
  return reading.text('why.sentence', reasonWords(reason, reading, past))
}

function whatHappens(reason: SegmentReason, { text }: Reading, past: boolean): string {
  if (reason.code === 'ready') return text('what.ready')
  if (!('powerKw' in reason) || reason.powerKw === 0) return text(past ? 'what.waited' : 'what.waits')
  const power = reason.powerKw
  if (reason.code === 'preconditions') return text('what.preconditions', { power })
  if (reason.code === 'charger-not-steerable' || reason.code === 'charger-offline')
    return text('what.estimated', { power })
  return text(reason.code === 'charges-at-full-power' ? 'what.charges' : 'what.held', { power })
}

function whyItHappens(reason: SegmentReason, reading: Reading): string {
  const { text } = reading
  const timeAt = (at: number) => timeSeenFrom(reason.from, at, reading)
  switch (reason.code) {
    case 'ready':
      return text('why.ready', { soc: reason.targetSoc })
    case 'waits-for-cheaper':
    case 'waits-for-its-block':
    case 'waits-with-time-to-spare':
      return text(`why.${reason.code}`, { time: timeAt(reason.at) })
    case 'waits-at-limit':
      return text(isShared(reason) ? 'why.waits-at-shared-limit' : 'why.waits-at-limit', {
        ...{ limit: reason.limitKw, time: timeAt(reason.until), power: reason.unscheduledKw ?? 0 },
      })
    case 'waits-at-peak':
      return text('why.waits-at-peak', { peak: reason.peakKw, time: timeAt(reason.until) })
    case 'held-at-limit':
      return text(isShared(reason) ? 'why.held-at-shared-limit' : 'why.held-at-limit', {
        ...{ limit: reason.limitKw, power: reason.unscheduledKw ?? 0 },
      })
    case 'held-by-ideal':
      return text(`why.held-by-ideal.${reason.tag}`)
    default:
      return text(`why.${reason.code}`)
  }
}

/** Vehicles without a schedule draw a part of the limit. */
const isShared = ({ unscheduledKw = 0 }: { unscheduledKw?: number }) => unscheduledKw >= 0.5

/** The time of day while it is plain which day is meant, else with its weekday. */
export function timeSeenFrom(here: number, at: number, reading: Reading): string {
  return Math.abs(at - here) < HALF_A_DAY_MS ? timeOfDay(at, reading) : weekdayAndTime(at, reading)
}
