import { operations } from '@/lib/contract/operations'
import { route } from '@/lib/http/route'
import { getReport } from '@/lib/reports/get-report'

/** What a location's charging was in a month, a week or another time (read): energy, cost, peak, readiness. */
export const GET = route(operations.getReport, ({ context, params, query }) =>
  getReport(context, { ...params, ...query }),
)
