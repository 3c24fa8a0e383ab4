import { en } from '@/components/messages/en'
import type { Message } from '@/components/messages/message'
import { type MessageKey, type Text, writerOf } from '@/components/messages/write-text'

export { type LabelKey, LOCALE, type MessageKey, type Text } from '@/components/messages/write-text'

const catalogues: Record<string, Record<MessageKey, Message>> = { en }

/** Makes the writer of a locale; a language without a catalogue gets English. */
export function textIn(locale: string): Text {
  return writerOf(catalogues[new Intl.Locale(locale).language] ?? en, locale)
}
