import { operations } from '@/lib/contract/operations'
import { JsonText, route } from '@/lib/http/route'
import { listVehicleSchedules } from '@/lib/schedules/list-vehicle-schedules'
import { patchSchedules } from '@/lib/schedules/patch-schedules'
import { postSchedules } from '@/lib/schedules/post-schedules'
import { lowerLimit } from '@/lib/schedules/removal-limit'

export const GET = route(operations.listVehicleSchedules, async ({ context, params, query }) => {
  return new JsonText(await listVehicleSchedules(context, { ...params, ...query }))
})

export const POST = route(operations.postSchedules, async ({ context, params, query, body }) => {
  const maxRemoved = lowerLimit(query.maxRemoved, body.maxRemoved)
  return postSchedules(context, { ...body, ...params }, { ...query, maxRemoved })
})

export const PATCH = route(operations.patchSchedules, async ({ context, params, query, body }) => {
  return patchSchedules(context, { ...body, ...params }, query)
})
