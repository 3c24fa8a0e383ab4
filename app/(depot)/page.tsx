import { ReadinessScreen } from '@/app/(depot)/readiness-screen'
import { titled } from '@/app/reader'

export const generateMetadata = titled('nav.readiness')

export default function ReadinessPage() {
  return <ReadinessScreen />
}
