import { operations } from '@/lib/contract/operations'
import { reply, route } from '@/lib/http/route'
import { createStationPassword } from '@/lib/stations/create-station-password'

export const POST = route(operations.createStationPassword, async ({ context, params }) =>
  reply(201, await createStationPassword(context, params.stationId)),
)
