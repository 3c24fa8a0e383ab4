import { operations } from '@/lib/contract/operations'
import { route } from '@/lib/http/route'
import { getReadiness } from '@/lib/readiness/get-readiness'

/** The readiness board of a location (read): every departure of the next hours with its state. */
export const GET = route(operations.getReadiness, ({ context, params, query }) =>
  getReadiness(context, { ...params, ...query }),
)
