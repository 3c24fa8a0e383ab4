import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { type LabelKey, textIn } from '@/components/messages/text'
import { toldLanguage } from '@/lib/auth/reader-language'
import type { Language } from '@/lib/contract/enumerations'

/** The language that this page is written in, as proxy.ts has found it. */
export async function readersLanguage(): Promise<Language> {
  return toldLanguage(await headers())
}

/** Makes the metadata of a page: its title in the reader's language, and what it says besides. */
export function titled(title: LabelKey, more?: Metadata): () => Promise<Metadata> {
  return async () => ({ title: textIn(await readersLanguage())(title), ...more })
}
