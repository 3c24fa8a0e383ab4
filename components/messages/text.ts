import { de } from '@/components/messages/de'
import { en } from '@/components/messages/en'
import { fi } from '@/components/messages/fi'
import { localeOf } from '@/components/messages/languages'
import type { Message } from '@/components/messages/message'
import { type MessageKey, type Text, writerOf } from '@/components/messages/write-text'
import type { Language } from '@/lib/contract/enumerations'

export type { LabelKey, MessageKey, Text } from '@/components/messages/write-text'

/** Every catalogue. For the server and tests: a page loads one of them (desk-texts.tsx). */
export const catalogues: Record<Language, Record<MessageKey, Message>> = { en, de, fi }

/** Makes the writer of a language. */
export function textIn(language: Language): Text {
  return writerOf(catalogues[language], localeOf(language))
}
