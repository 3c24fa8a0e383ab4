import { ChargersScreen } from '@/app/(depot)/chargers/chargers-screen'
import { titled } from '@/app/reader'

export const generateMetadata = titled('nav.chargers')

export default function ChargersPage() {
  return <ChargersScreen />
}
