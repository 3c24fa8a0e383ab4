import { timeSeenFrom } from '@/components/explanations/reason-format'
import { durationWords, type Reading } from '@/components/format/instant-format'
import type { Fix } from '@/lib/contract/explanations'
import type { EvSchedule } from '@/lib/contract/schedule'

/** What a fix is for: the stay, its vehicle, and what the words about it need. */
export type FixSubject = {
  schedule: Pick<EvSchedule, 'targetSoC' | 'minimumSoC' | 'plannedDepartureTime' | 'priority' | 'blockId'>
  vehicleName: string
  /** The contracted capacity of the depot's grid connection, kW. */
  powerLimitkW?: number
  /** The minimum that the vehicle misses, where it does (its own or its depot's). */
  minimumSoc?: number
  nameOf: (evId: string) => string
}

/** A question that must be answered before a fix is applied, because it takes from others or changes the depot. */
export type FixQuestion = { title: string; warning: string; action: string }

/** A fix in words: what changes, what that means, what is asked first, and what is said when it is done. */
export type FixWords = { title: string; note: string; done: string; question?: FixQuestion }

/** So many vehicles that a fix costs are named; the rest is counted. */
const NAMED = 3

/**
 * Tells a fix to people: "Swap with Bus 12", "+42 kW on the limit 03:00–04:10", "Target 82 % instead of 95 %".
 *
 * @param now epoch ms; a time half a day away or more is told with its weekday
 */
export function fixWords(fix: Fix, subject: FixSubject, now: number, reading: Reading): FixWords {
  switch (fix.kind) {
    case 'swap':
      return swapWords(fix, subject, now, reading)
    case 'raise-limit':
      return raisedLimitWords(fix, subject, now, reading)
    case 'lower-target':
      return loweredTargetWords(fix, subject, reading)
    case 'later-departure':
      return laterDepartureWords(fix, subject, now, reading)
    case 'higher-priority':
      return higherPriorityWords(fix, subject, reading)
  }
}

type Of<Kind extends Fix['kind']> = Extract<Fix, { kind: Kind }>

function swapWords(fix: Of<'swap'>, subject: FixSubject, now: number, reading: Reading): FixWords {
  const { schedule, vehicleName: vehicle, nameOf } = subject
  const { text } = reading
  const at = (time: string) => timeSeenFrom(now, Date.parse(time), reading)
  const values = {
    ...{ vehicle, other: nameOf(fix.evId), soc: fix.targetSoC },
    ...{ early: at(schedule.plannedDepartureTime), late: at(fix.plannedDepartureTime) },
  }
  const block = schedule.blockId
  return {
    title: text('fix.swap', values),
    note: block ? text('fix.swap.noteBlock', { ...values, block }) : text('fix.swap.note', values),
    done: text('fix.swap.done', values),
  }
}

function raisedLimitWords(
  fix: Of<'raise-limit'>,
  { powerLimitkW }: FixSubject,
  now: number,
  reading: Reading,
): FixWords {
  const { text } = reading
  const at = (time: string) => timeSeenFrom(now, Date.parse(time), reading)
  const values = { power: fix.byKw, from: at(fix.from), to: at(fix.to) }
  return {
    title: text('fix.raise-limit', values),
    note:
      powerLimitkW === undefined
        ? text('fix.raise-limit.noteNoLimit')
        : text('fix.raise-limit.note', { limit: powerLimitkW }),
    done: text('fix.raise-limit.done', values),
    question: {
      title: text('fix.raise-limit.ask'),
      warning: text('fix.raise-limit.warn', values),
      action: text('fix.raise-limit.do'),
    },
  }
}

function loweredTargetWords({ targetSoc: soc }: Of<'lower-target'>, subject: FixSubject, reading: Reading): FixWords {
  const { schedule, vehicleName: vehicle, minimumSoc } = subject
  const { text } = reading
  const minimum = minimumSoc ?? schedule.minimumSoC ?? 0
  const done = text('fix.lower-target.done', { vehicle, soc })
  if (soc >= minimum)
    return {
      title: text('fix.lower-target', { soc, before: schedule.targetSoC }),
      note: text('fix.lower-target.note'),
      done,
    }
  return {
    title: text('fix.lower-target.accept', { soc, before: Math.max(schedule.targetSoC, minimum) }),
    done,
    note: text('fix.lower-target.noteMinimum', { minimum }),
    question: {
      title: text('fix.lower-target.ask'),
      warning: text('fix.lower-target.warn', { vehicle, soc, minimum }),
      action: text('fix.lower-target.do'),
    },
  }
}

function laterDepartureWords(
  fix: Of<'later-departure'>,
  { schedule, vehicleName: vehicle }: FixSubject,
  now: number,
  reading: Reading,
): FixWords {
  const { text } = reading
  const at = timeSeenFrom(now, Date.parse(fix.to), reading)
  const before = timeSeenFrom(now, Date.parse(schedule.plannedDepartureTime), reading)
  const block = schedule.blockId
  return {
    title: text('fix.later-departure', { time: durationWords(fix.byMinutes * 60_000, reading), at }),
    note: block
      ? text('fix.later-departure.noteBlock', { before, block })
      : text('fix.later-departure.note', { before }),
    done: text('fix.later-departure.done', { vehicle, at }),
  }
}

function higherPriorityWords(
  { priority, costs }: Of<'higher-priority'>,
  { schedule, vehicleName: vehicle, nameOf }: FixSubject,
  reading: Reading,
): FixWords {
  const { text } = reading
  const words = {
    title: text('fix.higher-priority', { priority, before: schedule.priority }),
    done: text('fix.higher-priority.done', { vehicle, priority }),
  }
  if (costs.length === 0) return { ...words, note: text('fix.higher-priority.free') }
  const dearestFirst = [...costs].sort((a, b) => b.points - a.points)
  const named = dearestFirst.map(({ evId, points }) =>
    text('fix.higher-priority.one', { vehicle: nameOf(evId), count: tenth(points) }),
  )
  const short = costs.length > NAMED ? [...named.slice(0, NAMED), moreWords(costs.length - NAMED, reading)] : named
  return {
    ...words,
    note: text('fix.higher-priority.cost', { vehicles: short.join(', ') }),
    question: {
      title: text('fix.higher-priority.ask'),
      warning: text('fix.higher-priority.warn', { vehicle, vehicles: named.join(', ') }),
      action: text('fix.higher-priority.do'),
    },
  }
}

function moreWords(count: number, { text }: Reading): string {
  return text('fix.higher-priority.more', { count })
}

function tenth(points: number): number {
  return Math.round(points * 10) / 10
}
