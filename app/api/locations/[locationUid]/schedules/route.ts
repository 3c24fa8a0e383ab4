import { operations } from '@/lib/contract/operations'
import { JsonText, route } from '@/lib/http/route'
import { listLocationSchedules } from '@/lib/schedules/list-location-schedules'

export const GET = route(operations.listLocationSchedules, async ({ context, params, query }) => {
  return new JsonText(await listLocationSchedules(context, { ...params, ...query }))
})
