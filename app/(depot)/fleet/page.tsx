import type { Metadata } from 'next'
import { FleetScreen } from '@/app/(depot)/fleet/fleet-screen'
import { LOCALE, textIn } from '@/components/messages/text'

export const metadata: Metadata = { title: textIn(LOCALE)('nav.fleet') }

export default function FleetPage() {
  return <FleetScreen />
}
