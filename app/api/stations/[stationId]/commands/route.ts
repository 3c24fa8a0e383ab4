import { operations } from '@/lib/contract/operations'
import { reply, route } from '@/lib/http/route'
import { createStationCommand } from '@/lib/stations/create-station-command'

export const POST = route(operations.createStationCommand, async ({ context, params: { stationId }, body }) =>
  reply(201, await createStationCommand(context, { stationId, command: body })),
)
