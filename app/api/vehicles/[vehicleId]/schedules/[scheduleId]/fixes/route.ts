import { operations } from '@/lib/contract/operations'
import { route } from '@/lib/http/route'
import { getScheduleFixes } from '@/lib/planning/fixes/get-schedule-fixes'

/** What would end a schedule's shortfall (read). */
export const GET = route(operations.getScheduleFixes, ({ context, params }) => getScheduleFixes(context, params))
