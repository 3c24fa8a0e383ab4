import { operations } from '@/lib/contract/operations'
import { reply, route } from '@/lib/http/route'
import { deleteSchedule } from '@/lib/schedules/delete-schedule'

export const DELETE = route(operations.deleteSchedule, async ({ context, params }) => {
  await deleteSchedule(context, params)
  return reply(204)
})
