import type { Metadata } from 'next'
import { ChargersScreen } from '@/app/(depot)/chargers/chargers-screen'
import { LOCALE, textIn } from '@/components/messages/text'

export const metadata: Metadata = { title: textIn(LOCALE)('nav.chargers') }

export default function ChargersPage() {
  return <ChargersScreen />
}
