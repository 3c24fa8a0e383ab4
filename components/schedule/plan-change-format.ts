import { type Reading, timeOfDay } from '@/components/format/instant-format'
import { numberWords } from '@/components/format/number-format'
import type { PlanChange } from '@/lib/contract/plan-change'
import { MINUTE_MS } from '@/lib/time/interval'

/** Less than this is no difference to speak of, in points and in kW. */
const LEAST_POINTS = 0.5
const LEAST_KW = 1

/** What a replan changed, each in a few words: "leaves with 91 % instead of 95 %"; one sentence where only steps moved. */
export function planChangeWords({ before, after }: PlanChange, reading: Reading): string[] {
  const { text, locale } = reading
  const rounded = (value: number) => numberWords(value, locale)
  const words: string[] = []
  if (differ(before.endSoC, after.endSoC, LEAST_POINTS))
    words.push(text('planChange.soc', { before: rounded(before.endSoC ?? 0), after: rounded(after.endSoC ?? 0) }))
  const times = (name: 'chargesFrom' | 'endTime') =>
    before[name] !== undefined && after[name] !== undefined && areApart(before[name], after[name])
      ? { before: timeOfDay(Date.parse(before[name]), reading), after: timeOfDay(Date.parse(after[name]), reading) }
      : null
  const [from, until] = [times('chargesFrom'), times('endTime')]
  if (from) words.push(text('planChange.from', from))
  if (until) words.push(text('planChange.until', until))
  if (before.endTime !== undefined && after.endTime === undefined) words.push(text('planChange.nothing'))
  if (before.endTime === undefined && after.endTime !== undefined)
    words.push(text('planChange.again', { time: timeOfDay(Date.parse(after.endTime), reading) }))
  if (differ(before.peakkW, after.peakkW, LEAST_KW))
    words.push(text('planChange.power', { before: rounded(before.peakkW), after: rounded(after.peakkW) }))
  return words.length > 0 ? words : [text('planChange.steps')]
}

function differ(a: number | undefined, b: number | undefined, least: number): boolean {
  return a !== undefined && b !== undefined && Math.abs(a - b) >= least
}

function areApart(a: string, b: string): boolean {
  return Math.abs(Date.parse(a) - Date.parse(b)) >= MINUTE_MS
}
