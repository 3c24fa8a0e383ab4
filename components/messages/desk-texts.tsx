'use client'

import type { ReactNode } from 'react'
import { LOCALE, textIn } from '@/components/messages/text'
import { TextContext } from '@/components/messages/use-text'

const texts = { locale: LOCALE, text: textIn(LOCALE) }

/** Gives the pages of those who are signed in their texts. */
export function DeskTexts({ children }: { children: ReactNode }) {
  return <TextContext value={texts}>{children}</TextContext>
}
