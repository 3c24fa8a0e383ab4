import { deEntrance } from '@/components/messages/de-entrance'
import { enEntrance } from '@/components/messages/en-entrance'
import { fiEntrance } from '@/components/messages/fi-entrance'
import type { Translation } from '@/components/messages/translation'
import type { Language } from '@/lib/contract/enumerations'

export type EntranceMessages = Translation<typeof enEntrance>

const MESSAGES: Record<Language, EntranceMessages> = { en: enEntrance, de: deEntrance, fi: fiEntrance }

/** The texts of the pages before one is signed in. For the server: it has every language. */
export function entranceMessages(language: Language): EntranceMessages {
  return MESSAGES[language]
}
