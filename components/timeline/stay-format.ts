import { dayAndTime, type Reading } from '@/components/format/instant-format'
import { numberWords } from '@/components/format/number-format'
import type { Stay } from '@/components/timeline/stay'

/** A stay in words: for screen readers, and wherever its picture is too small. */
export function stayWords(name: string, stay: Stay, reading: Reading): string {
  const { text, locale } = reading
  const values = {
    vehicle: name,
    from: dayAndTime(stay.from, reading),
    to: dayAndTime(stay.to, reading),
    target: numberWords(stay.targetSoc, locale),
  }
  if (stay.endSoc === undefined) return text('timeline.stayUnplanned', values)
  const key =
    stay.outcome === 'well' ? 'timeline.stay' : stay.outcome === 'miss' ? 'timeline.stayMiss' : 'timeline.stayShort'
  return text(key, { ...values, end: numberWords(stay.endSoc, locale) })
}
