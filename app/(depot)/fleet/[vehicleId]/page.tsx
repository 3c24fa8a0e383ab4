import type { Metadata } from 'next'
import { VehicleScreen } from '@/app/(depot)/fleet/[vehicleId]/vehicle-screen'
import { LOCALE, textIn } from '@/components/messages/text'

export const metadata: Metadata = { title: textIn(LOCALE)('nav.fleet') }

export default async function VehiclePage({ params }: { params: Promise<{ vehicleId: string }> }) {
  const { vehicleId } = await params
  return <VehicleScreen vehicleId={decodeURIComponent(vehicleId)} />
}
