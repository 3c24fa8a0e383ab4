import { dayAndTime, type Reading } from '@/components/format/instant-format'
import { numberWords } from '@/components/format/number-format'
import type { DrawnStay } from '@/components/timeline/stay'

/** A stay in words: for screen readers, and wherever its picture is too small. */
export function stayWords(name: string, stay: DrawnStay, reading: Reading): string {
  const { text, locale } = reading
  const values = {
    vehicle: name,
    from: dayAndTime(stay.from, reading),
    to: dayAndTime(stay.to, reading),
    target: numberWords(stay.targetSoc, locale),
  }
  const state = text(stay.state ? `state.${stay.state}` : 'timeline.over')
  const { chargeNowBy: by, place } = stay
  const also = [
    by !== undefined && text('timeline.stayChargesNow', { name: by }),
    place && text('timeline.stayAt', { place }),
  ]
  const named = { ...values, state: [state, ...also].filter(Boolean).join(', ') }
  if (stay.predictedSoc === undefined) return text('timeline.stayUnpredicted', named)
  return text('timeline.stay', { ...named, end: numberWords(stay.predictedSoc, locale) })
}
