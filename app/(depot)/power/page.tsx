import type { Metadata } from 'next'
import { PowerScreen } from '@/app/(depot)/power/power-screen'
import { LOCALE, textIn } from '@/components/messages/text'

export const metadata: Metadata = { title: textIn(LOCALE)('nav.power') }

export default function PowerPage() {
  return <PowerScreen />
}
