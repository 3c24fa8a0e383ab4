'use client'

import dynamic from 'next/dynamic'
import type { ReactNode } from 'react'
import type { Language } from '@/lib/contract/enumerations'

/** Each catalogue is a chunk of its own, so that a page loads those of one language; the server renders it as well. */
const DESKS = {
  en: dynamic(() => import('@/components/messages/desk-en')),
  de: dynamic(() => import('@/components/messages/desk-de')),
  fi: dynamic(() => import('@/components/messages/desk-fi')),
} satisfies Record<Language, unknown>

/** Gives the pages of those who are signed in their texts. */
export function DeskTexts({ language, children }: { language: Language; children: ReactNode }) {
  const Desk = DESKS[language]
  return <Desk>{children}</Desk>
}
