import { operations } from '@/lib/contract/operations'
import { impossible } from '@/lib/errors'
import { route } from '@/lib/http/route'
import { planLocation } from '@/lib/planning/plan-location'
import { tryPlan } from '@/lib/planning/what-if/try-plan'

/** Plans a location now (write) and answers with the plan's totals when it is stored, or only tries it. */
export const POST = route(operations.planLocation, ({ context, params: { locationUid }, query, body = {} }) => {
  if (query.dryRun) return tryPlan(context, { locationUid, overrides: body })
  const overridden = Object.entries(body).filter(([, value]) => value != null)
  if (overridden.length > 0)
    throw impossible(
      overridden.map(([path]) => ({ path, message: 'can only be tried: send dryRun=true in the query' })),
    )
  return planLocation(context, {
    locationUid,
    trigger: 'manual',
    description: `Planned by hand by ${context.who.name}.`,
  })
})
