import { operations } from '@/lib/contract/operations'
import { route } from '@/lib/http/route'
import { getLoad } from '@/lib/planning/get-load'

/** A location's load in a range (read): base, vehicles, limit, price, and what uncontrolled charging would draw. */
export const GET = route(operations.getLoad, ({ context, params, query }) => getLoad(context, { ...params, ...query }))
