import { operations } from '@/lib/contract/operations'
import { route } from '@/lib/http/route'
import { planLocation } from '@/lib/plans/plan-location'

/** Plans a location now (write) and answers with the plan's totals when it is stored. */
export const POST = route(operations.planLocation, ({ context, params: { locationUid } }) =>
  planLocation(context, { locationUid, trigger: 'manual', description: `Planned by hand by ${context.who.name}.` }),
)
