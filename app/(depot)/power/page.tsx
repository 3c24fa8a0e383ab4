import { PowerScreen } from '@/app/(depot)/power/power-screen'
import { titled } from '@/app/reader'

export const generateMetadata = titled('nav.power')

export default function PowerPage() {
  return <PowerScreen />
}
