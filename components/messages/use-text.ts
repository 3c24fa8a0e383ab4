'use client'

import { createContext, useContext } from 'react'
import type { Text } from '@/components/messages/write-text'

type Texts = { locale: string; text: Text }

/** The reader's locale and the writer of its texts: those of the desk, or those of the entrance. */
export const TextContext = createContext<Texts | null>(null)

export function useText(): Text {
  return useTexts().text
}

export function useLocale(): string {
  return useTexts().locale
}

function useTexts(): Texts {
  const texts = useContext(TextContext)
  if (!texts) throw new Error('Put this page into DeskTexts or EntranceTexts.')
  return texts
}
