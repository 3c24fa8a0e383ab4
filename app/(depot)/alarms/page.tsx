import { AlarmsScreen } from '@/app/(depot)/alarms/alarms-screen'
import { titled } from '@/app/reader'

export const generateMetadata = titled('alarms.title')

export default function AlarmsPage() {
  return <AlarmsScreen />
}
