'use client'

import type { ReactNode } from 'react'
import { fi } from '@/components/messages/fi'
import { localeOf } from '@/components/messages/languages'
import { TextContext } from '@/components/messages/use-text'
import { writerOf } from '@/components/messages/write-text'

const locale = localeOf('fi')
const texts = { locale, text: writerOf(fi, locale) }

export default function DeskFi({ children }: { children: ReactNode }) {
  return <TextContext value={texts}>{children}</TextContext>
}
