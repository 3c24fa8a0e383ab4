import { operations } from '@/lib/contract/operations'
import { JsonText, reply, route } from '@/lib/http/route'
import { listVehicles } from '@/lib/vehicles/list-vehicles'

export const GET = route(operations.listVehicles, async ({ context, query }) =>
  reply(200, new JsonText(await listVehicles(context, { locationUids: query.locationUid }))),
)
