import { de } from '@/components/messages/de'
import { deAudit } from '@/components/messages/de-audit'
import { en } from '@/components/messages/en'
import { enAudit } from '@/components/messages/en-audit'
import { fi } from '@/components/messages/fi'
import { fiAudit } from '@/components/messages/fi-audit'
import { localeOf } from '@/components/messages/languages'
import type { Message } from '@/components/messages/message'
import { type AuditText, type MessageKey, writerOf } from '@/components/messages/write-text'
import type { Language } from '@/lib/contract/enumerations'

export type { LabelKey, MessageKey, Text } from '@/components/messages/write-text'

/**
 * Every catalogue, whole. For the server and tests: a page loads that of one language (desk-texts.tsx), and the audit log's
 * part where it shows the log (audit-texts.tsx).
 */
export const catalogues: Record<Language, Record<MessageKey, Message>> = {
  en: { ...en, ...enAudit },
  de: { ...de, ...deAudit },
  fi: { ...fi, ...fiAudit },
}

/** Makes the writer of a language. */
export function textIn(language: Language): AuditText {
  return writerOf(catalogues[language], localeOf(language))
}
