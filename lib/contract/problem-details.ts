import { z } from 'zod'

/** RFC 9457 problem details: the body of every refusal. */
export const ProblemDetails = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    detail: z.string(),
    instance: z.string(),
    errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  })
  .meta({
    id: 'Problem',
    example: {
      type: 'about:blank',
      title: 'Bad Request',
      status: 400,
      detail: 'schedules[3].targetSoC: must be at most 100 %',
      instance: '/api/vehicles/example-bus-12/schedules',
      errors: [{ path: 'schedules[3].targetSoC', message: 'must be at most 100 %' }],
    },
  })
export type ProblemDetails = z.infer<typeof ProblemDetails>
