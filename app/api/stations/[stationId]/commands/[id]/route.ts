import { operations } from '@/lib/contract/operations'
import { route } from '@/lib/http/route'
import { getStationCommand } from '@/lib/stations/station-command'

export const GET = route(operations.getStationCommand, async ({ context, params: { stationId, id } }) =>
  getStationCommand(context, { stationId, commandId: id }),
)
