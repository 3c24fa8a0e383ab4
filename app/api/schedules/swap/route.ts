import { operations } from '@/lib/contract/operations'
import { route } from '@/lib/http/route'
import { swapSchedules } from '@/lib/schedules/swap-schedules'

export const POST = route(operations.swapSchedules, async ({ context, query, body }) => {
  return swapSchedules(context, body, query)
})
