import { operations } from '@/lib/contract/operations'
import { route } from '@/lib/http/route'
import { listStations } from '@/lib/stations/list-stations'

export const GET = route(operations.listStations, async ({ context, params }) => ({
  stations: await listStations(context, params.locationUid),
}))
