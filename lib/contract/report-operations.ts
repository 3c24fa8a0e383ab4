import { z } from 'zod'
import { operation } from '@/lib/contract/operation'
import { described, LocationUid, QueryInstant } from '@/lib/contract/primitives'
import { Report } from '@/lib/contract/report'

export const getReport = operation({
  id: 'getReport',
  expensive: true,
  deadlineSeconds: 60,
  method: 'GET',
  path: '/locations/{locationUid}/reports',
  tag: 'Locations',
  summary: 'Get the report of a month, a week or another time: energy, cost, peak and readiness',
  description:
    'What happened, beside what was planned and what charging without control would have been. Energies are the vehicles’, at the vehicles; peaks and costs are the site’s, as in its load. A time is a `month`, a `week`, or `from` and `to` (at most 92 days); without any it is the month that goes on. What is still to come is not in it.',
  permission: 'read',
  params: z.object({ locationUid: LocationUid.describe('The id of the location.') }),
  query: z.object({
    month: z
      .string()
      .regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'must be a month such as 2026-11')
      .optional()
      .meta({ description: 'A month of the location’s time zone.', example: '2026-11' }),
    week: z
      .string()
      .regex(/^\d{4}-W(0[1-9]|[1-4]\d|5[0-3])$/, 'must be a week such as 2026-W47')
      .optional()
      .meta({ description: 'A week (ISO 8601, from Monday) of the location’s time zone.', example: '2026-W47' }),
    ...described(
      { from: QueryInstant.optional(), to: QueryInstant.optional() },
      {
        from: 'The beginning of the time, ISO 8601 or epoch milliseconds; with `to`.',
        to: 'The end of the time, at most 92 days after `from`.',
      },
    ),
  }),
  answers: { 200: { description: 'The report', schema: Report } },
  refusals: [404],
})
