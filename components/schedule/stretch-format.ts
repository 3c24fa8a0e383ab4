import { reasonSentence, reasonWords } from '@/components/explanations/reason-format'
import type { Reading } from '@/components/format/instant-format'
import { numberWords } from '@/components/format/number-format'
import type { PowerStretch } from '@/components/schedule/schedule-series'

/** What the vehicle does in a stretch, in words: waits, charges (how, in which phase), preconditions, is done. */
export function stretchWords(stretch: PowerStretch, maxPowerkW: number, { text, locale }: Reading): string {
  if (stretch.phase === 'idle') return text('stretch.idle')
  if (stretch.phase === 'preconditioning') return text('stretch.preconditioning')
  if (stretch.powerkW <= 0) return text(stretch.past ? 'stretch.waited' : 'stretch.waits')
  const phase = text(`phase.${stretch.phase}`)
  if (stretch.unlimited) return text('stretch.full', { phase })
  if (stretch.limited) return text('stretch.limited', { phase, maximum: numberWords(maxPowerkW, locale) })
  return phase
}

/** What a stretch is and why, in one sentence: the planner's reason where there is one. */
export function stretchSentence(stretch: PowerStretch, maxPowerkW: number, reading: Reading): string {
  if (!stretch.reason) return stretchWords(stretch, maxPowerkW, reading)
  return reasonSentence(stretch.reason, reading, stretch.past)
}

/** Why a stretch is as it is, as the beginning of a sentence; null where nobody says it. */
export function stretchReason(stretch: PowerStretch, reading: Reading): string | null {
  if (!stretch.reason) return null
  const { why } = reasonWords(stretch.reason, reading, stretch.past)
  return `${why.charAt(0).toLocaleUpperCase(reading.locale)}${why.slice(1)}`
}
