import { SettingsScreen } from '@/app/(depot)/settings/settings-screen'
import { titled } from '@/app/reader'

export const generateMetadata = titled('settings.title')

export default function SettingsPage() {
  return <SettingsScreen />
}
