import type { Metadata } from 'next'
import { SettingsScreen } from '@/app/(depot)/settings/settings-screen'
import { LOCALE, textIn } from '@/components/messages/text'

export const metadata: Metadata = { title: textIn(LOCALE)('settings.title') }

export default function SettingsPage() {
  return <SettingsScreen />
}
