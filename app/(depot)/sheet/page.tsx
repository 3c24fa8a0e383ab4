import type { Metadata } from 'next'
import { SheetScreen } from '@/app/(depot)/sheet/sheet-screen'
import { LOCALE, textIn } from '@/components/messages/text'

export const metadata: Metadata = { title: textIn(LOCALE)('sheet.title') }

export default function SheetPage() {
  return <SheetScreen />
}
