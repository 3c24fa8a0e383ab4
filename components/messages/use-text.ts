'use client'

import { createContext, useContext } from 'react'
import { LOCALE, type Text, textIn } from '@/components/messages/text'

/** The reader's locale and the writer of its texts. */
export const TextContext = createContext<{ locale: string; text: Text }>({ locale: LOCALE, text: textIn(LOCALE) })

export function useText(): Text {
  return useContext(TextContext).text
}

export function useLocale(): string {
  return useContext(TextContext).locale
}
