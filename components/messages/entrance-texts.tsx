'use client'

import type { ReactNode } from 'react'
import { enEntrance } from '@/components/messages/en-entrance'
import { TextContext } from '@/components/messages/use-text'
import { LOCALE, writerOf } from '@/components/messages/write-text'

const texts = { locale: LOCALE, text: writerOf(enEntrance, LOCALE) }

/** Gives the pages before one is signed in their texts, and no others: they are a quarter of what such a page would load. */
export function EntranceTexts({ children }: { children: ReactNode }) {
  return <TextContext value={texts}>{children}</TextContext>
}
