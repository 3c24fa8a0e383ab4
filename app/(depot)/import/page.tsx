import type { Metadata } from 'next'
import { ImportScreen } from '@/app/(depot)/import/import-screen'
import { LOCALE, textIn } from '@/components/messages/text'

export const metadata: Metadata = { title: textIn(LOCALE)('import.title') }

export default function ImportPage() {
  return <ImportScreen />
}
