'use client'

import { type ReactNode, useMemo } from 'react'
import type { EntranceMessages } from '@/components/messages/entrance-messages'
import { TextContext } from '@/components/messages/use-text'
import { writerOf } from '@/components/messages/write-text'

type EntranceTextsProps = { locale: string; messages: EntranceMessages; children: ReactNode }

/** Gives the pages before one is signed in their texts, which come with the page: their scripts carry no language. */
export function EntranceTexts({ locale, messages, children }: EntranceTextsProps) {
  const texts = useMemo(() => ({ locale, text: writerOf(messages, locale) }), [locale, messages])
  return <TextContext value={texts}>{children}</TextContext>
}
