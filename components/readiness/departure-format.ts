import { causeWords, missingWords } from '@/components/explanations/shortfall-format'
import type { Reading } from '@/components/format/instant-format'
import {
  dayAndTime,
  durationWords,
  nearDayAndTime,
  timeAgo,
  timeOfDay,
  weekdayAndTime,
} from '@/components/format/instant-format'
import { numberWords } from '@/components/format/number-format'
import type { Departure } from '@/lib/contract/readiness'
import { departureAdvice } from '@/lib/contract/sentences'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '@/lib/time/interval'

/** One sentence with a number: what is wrong with a departure and why; nothing for one that is well. */
export function whatIsWrong(departure: Departure, now: number, reading: Reading): string | null {
  const { text, locale } = reading
  const reason = reasonWords(departure, reading)
  const shortfall = shortfallWords(departure, reading)
  switch (departure.state) {
    case 'will-miss':
    case 'short-of-target':
      return join(shortfall, reason)
    case 'at-risk':
      return departure.slackMinutes === undefined
        ? join(shortfall, reason)
        : slackWords(departure.slackMinutes, reading)
    case 'not-plugged-in':
      return departure.lateMinutes === undefined ? reason || null : lateWords(departure.lateMinutes, reading)
    case 'not-heard-of':
      return departure.lastEventAt === undefined
        ? null
        : text('departure.notHeard', { time: nearDayAndTime(Date.parse(departure.lastEventAt), now, reading) })
    case 'not-charging':
    case 'fault':
      return join(reason, sinceWords(departure, now, reading), adviceWords(departure, reading))
    case 'falls-behind':
      return fallsBehindWords(departure, now, reading)
    case 'left-short':
      return join(shortfall, leftWords(departure, now, reading))
    case 'no-plan':
    case 'on-track':
      return reason || null
    case 'away':
      return text('departure.expected', {
        time: nearDayAndTime(Date.parse(departure.schedule.plannedArrivalTime), now, { ...reading, locale }),
      })
    default:
      return null
  }
}

/** What to do about it; nothing where there is nothing to do but wait. */
function adviceWords({ state, reason, advice: said }: Departure, { text }: Reading): string {
  const advice = said === undefined ? null : departureAdvice(state, reason)
  return advice ? text(`advice.${advice}`) : ''
}

/** `Since 22:14.`; nothing where no fact says it. */
function sinceWords({ since }: Departure, now: number, reading: Reading): string {
  return since === undefined
    ? ''
    : reading.text('departure.since', { time: nearDayAndTime(Date.parse(since), now, reading) })
}

/** What it gets of what was ordered, and since when. */
function fallsBehindWords(departure: Departure, now: number, reading: Reading): string | null {
  const { deliveredShare } = departure
  const share =
    deliveredShare === undefined
      ? ''
      : reading.text('departure.fallsBehind', { share: numberWords(deliveredShare * 100, reading.locale) })
  return join(share, sinceWords(departure, now, reading))
}

function leftWords({ since }: Departure, now: number, reading: Reading): string {
  return since === undefined
    ? ''
    : reading.text('departure.left', { time: nearDayAndTime(Date.parse(since), now, reading) })
}

function lateWords(lateMinutes: number, reading: Reading): string {
  if (Math.round(lateMinutes) < 1) return reading.text('departure.dueNow')
  return reading.text('departure.late', { late: durationWords(lateMinutes * MINUTE_MS, reading) })
}

/** Time to spare below zero is time that even full power lacks. */
function slackWords(slackMinutes: number, reading: Reading): string {
  const time = durationWords(Math.abs(slackMinutes) * MINUTE_MS, reading)
  return slackMinutes < 0
    ? reading.text('departure.lacks', { lack: time })
    : reading.text('departure.slack', { slack: time })
}

/** Why it is so: with the planner's numbers where it names the same cause. */
function reasonWords({ reason, state, schedule }: Departure, reading: Reading): string {
  const shortfall = schedule.explanation?.shortfall
  const isUnsaid = reason === undefined && (state === 'will-miss' || state === 'short-of-target')
  if (shortfall && (isUnsaid || reason === shortfall.cause)) return causeWords(shortfall, reading)
  return reason ? reading.text(`reason.${reason}`) : ''
}

function shortfallWords(departure: Departure, reading: Reading): string {
  const { shortfallSoC, shortfallkWh, schedule, state } = departure
  const { text, locale } = reading
  if (shortfallSoC === undefined) return ''
  const shortfall = schedule.explanation?.shortfall
  if (shortfall && shortfallkWh !== undefined) {
    const missed = state === 'will-miss' ? shortfall : { targetSoc: schedule.targetSoC }
    return missingWords({ points: shortfallSoC, energykWh: shortfallkWh }, missed, reading)
  }
  const points = numberWords(shortfallSoC, locale, shortfallSoC < 10 ? 1 : 0)
  if (shortfallkWh === undefined) return text('departure.short', { points })
  return text('departure.shortEnergy', { points, energy: numberWords(shortfallkWh, locale) })
}

const RECENT_MS = 18 * HOUR_MS
const UNAMBIGUOUS_MS = 6 * DAY_MS

/** When it came or comes, or, where it is missing, was due: the time alone while the day is plain, then with its weekday, then with its date. */
export function arrivalWords({ schedule, lateMinutes }: Departure, now: number, reading: Reading): string {
  const arrival = Date.parse(schedule.plannedArrivalTime)
  const away = Math.abs(now - arrival)
  const write = away < RECENT_MS ? timeOfDay : away < UNAMBIGUOUS_MS ? weekdayAndTime : dayAndTime
  const time = write(arrival, reading)
  const isMissing = lateMinutes !== undefined
  return reading.text(isMissing ? 'departure.due' : arrival > now ? 'departure.arrives' : 'departure.arrived', { time })
}

function join(...sentences: string[]): string | null {
  return sentences.filter(Boolean).join(' ') || null
}

/** Where the state of charge comes from, and how old a reading is, or how far off what is none: `measured 12 min ago`, `estimated ± 4`. */
export function socSourceWords({ soc }: Departure, now: number, reading: Reading): string | null {
  if (!soc) return null
  const source = reading.text(`soc.${soc.source}`)
  if (soc.source !== 'measured')
    return (soc.plusMinus ?? 0) >= 1 ? offWords(source, soc.plusMinus ?? 0, reading) : source
  return `${source} ${timeAgo(Date.parse(soc.at), now, reading)}`
}

function offWords(source: string, points: number, { text, locale }: Reading): string {
  return text('soc.plusMinus', { source, points: numberWords(points, locale) })
}
