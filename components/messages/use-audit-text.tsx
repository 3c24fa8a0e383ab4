'use client'

import { createContext, type ReactNode, useContext, useMemo } from 'react'
import type { enAudit } from '@/components/messages/en-audit'
import type { Translation } from '@/components/messages/translation'
import { useLocale, useText } from '@/components/messages/use-text'
import { type AuditText, withPart } from '@/components/messages/write-text'

const AuditTextContext = createContext<AuditText | null>(null)

/** The writer of the audit log's texts and of those that every page has. */
export function useAuditText(): AuditText {
  const text = useContext(AuditTextContext)
  if (!text) throw new Error('Put what shows the audit log into AuditTexts.')
  return text
}

type AuditPartProps = { messages: Translation<typeof enAudit>; children: ReactNode }

/** Adds the audit log's texts of a language to those of the page. */
export function AuditPart({ messages, children }: AuditPartProps) {
  const text = useText()
  const locale = useLocale()
  const whole = useMemo(() => withPart(text, messages, locale), [text, messages, locale])
  return <AuditTextContext value={whole}>{children}</AuditTextContext>
}
