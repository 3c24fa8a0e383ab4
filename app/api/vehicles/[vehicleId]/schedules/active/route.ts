import { operations } from '@/lib/contract/operations'
import { JsonText, route } from '@/lib/http/route'
import { getActiveSchedules } from '@/lib/schedules/get-active-schedules'

export const GET = route(operations.getActiveSchedules, async ({ context, params }) => {
  return new JsonText(await getActiveSchedules(context, params.vehicleId))
})
