import { operations } from '@/lib/contract/operations'
import { route } from '@/lib/http/route'
import { listStationMessages } from '@/lib/stations/list-station-messages'

export const GET = route(operations.listStationMessages, async ({ context, params: { stationId }, query }) =>
  listStationMessages(context, { stationId, ...query }),
)
