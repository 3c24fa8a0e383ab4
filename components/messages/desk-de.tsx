'use client'

import type { ReactNode } from 'react'
import { de } from '@/components/messages/de'
import { localeOf } from '@/components/messages/languages'
import { TextContext } from '@/components/messages/use-text'
import { writerOf } from '@/components/messages/write-text'

const locale = localeOf('de')
const texts = { locale, text: writerOf(de, locale) }

export default function DeskDe({ children }: { children: ReactNode }) {
  return <TextContext value={texts}>{children}</TextContext>
}
