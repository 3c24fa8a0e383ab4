'use client'

import type { ReactNode } from 'react'
import { en } from '@/components/messages/en'
import { localeOf } from '@/components/messages/languages'
import { TextContext } from '@/components/messages/use-text'
import { writerOf } from '@/components/messages/write-text'

const locale = localeOf('en')
const texts = { locale, text: writerOf(en, locale) }

export default function DeskEn({ children }: { children: ReactNode }) {
  return <TextContext value={texts}>{children}</TextContext>
}
