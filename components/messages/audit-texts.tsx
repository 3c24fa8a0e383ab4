'use client'

import dynamic from 'next/dynamic'
import type { ReactNode } from 'react'
import { languageOf } from '@/components/messages/languages'
import { useLocale } from '@/components/messages/use-text'
import type { Language } from '@/lib/contract/enumerations'

const PARTS = {
  en: dynamic(() => import('@/components/messages/audit-en')),
  de: dynamic(() => import('@/components/messages/audit-de')),
  fi: dynamic(() => import('@/components/messages/audit-fi')),
} satisfies Record<Language, unknown>

/** Gives what shows the audit log its texts: a chunk of the reader's language that no other page loads. */
export function AuditTexts({ children }: { children: ReactNode }) {
  const Part = PARTS[languageOf(useLocale())]
  return <Part>{children}</Part>
}
