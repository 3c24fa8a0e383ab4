import type { Reading } from '@/components/format/instant-format'
import { TRIGGERS } from '@/lib/contract/enumerations'

type Made = { trigger?: string | null; triggerDescription?: string | null }

/**
 * What a plan was made for. The server's sentence names what has changed and is English; other readers are told by its
 * kind. A plan from elsewhere has words of its own.
 */
export function triggerWords(made: Made, { text, locale }: Pick<Reading, 'text' | 'locale'>): string {
  const trigger = TRIGGERS.find((one) => one === made.trigger)
  if (made.triggerDescription && (!trigger || locale.startsWith('en'))) return made.triggerDescription
  return trigger ? text(`trigger.${trigger}`) : ''
}
