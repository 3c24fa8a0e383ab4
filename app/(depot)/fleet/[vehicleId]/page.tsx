import { VehicleScreen } from '@/app/(depot)/fleet/[vehicleId]/vehicle-screen'
import { titled } from '@/app/reader'

export const generateMetadata = titled('nav.fleet')

export default async function VehiclePage({ params }: { params: Promise<{ vehicleId: string }> }) {
  const { vehicleId } = await params
  return <VehicleScreen vehicleId={decodeURIComponent(vehicleId)} />
}
