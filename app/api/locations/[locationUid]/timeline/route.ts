import { operations } from '@/lib/contract/operations'
import { route } from '@/lib/http/route'
import { getTimeline } from '@/lib/readiness/get-timeline'

/** A location's stays in a range (read), as a timeline draws them. */
export const GET = route(operations.getTimeline, ({ context, params, query }) =>
  getTimeline(context, { ...params, ...query }),
)
