import type { Reading } from '@/components/format/instant-words'
import { numberWords } from '@/components/format/number-words'
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
