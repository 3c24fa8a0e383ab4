import { operations } from '@/lib/contract/operations'
import { reply, route } from '@/lib/http/route'
import { cancelChargeNow } from '@/lib/planning/charge-now/cancel-charge-now'
import { chargeNow } from '@/lib/planning/charge-now/charge-now'

/** Has a vehicle charge at full power from now on (write). */
export const POST = route(operations.chargeNow, ({ context, params, query }) => chargeNow(context, params, query))

/** Gives it back to the strategy (write). */
export const DELETE = route(operations.cancelChargeNow, async ({ context, params }) => {
  await cancelChargeNow(context, params)
  return reply(204)
})
