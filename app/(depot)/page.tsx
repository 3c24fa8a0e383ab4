import type { Metadata } from 'next'
import { ReadinessScreen } from '@/app/(depot)/readiness-screen'
import { LOCALE, textIn } from '@/components/messages/text'

export const metadata: Metadata = { title: textIn(LOCALE)('nav.readiness') }

export default function ReadinessPage() {
  return <ReadinessScreen />
}
