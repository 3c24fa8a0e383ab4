import { FleetScreen } from '@/app/(depot)/fleet/fleet-screen'
import { titled } from '@/app/reader'

export const generateMetadata = titled('nav.fleet')

export default function FleetPage() {
  return <FleetScreen />
}
