import { operations } from '@/lib/contract/operations'
import { JsonText, route } from '@/lib/http/route'
import { getSchedule } from '@/lib/schedules/get-schedule'

export const GET = route(operations.getSchedule, async ({ context, params }) => {
  return new JsonText(await getSchedule(context, params.scheduleId))
})
