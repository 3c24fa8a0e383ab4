import { z } from 'zod'
import { described } from '@/lib/contract/primitives'

/** RFC 9457 problem details: the body of every refusal. */
export const ProblemDetails = z
  .object(
    described(
      {
        type: z.string(),
        title: z.string(),
        status: z.number().int(),
        detail: z.string(),
        instance: z.string(),
        errors: z
          .array(
            z.object(
              described(
                { path: z.string(), message: z.string() },
                {
                  path: 'Where the fault is, such as schedules[3].targetSoC; empty for the body itself.',
                  message: 'What to send instead.',
                },
              ),
            ),
          )
          .optional(),
      },
      {
        type: 'A URI that identifies the kind of problem; about:blank where the status says it all.',
        title: 'The kind of problem in words, the same for every problem of this status.',
        status: 'The HTTP status.',
        detail: 'What is wrong here and what to do about it, a sentence for people.',
        instance: 'The path that was called.',
        errors:
          'With 400 and 422: every fault, not only the first. With 409: each of several schedules that overlap what is stored.',
      },
    ),
  )
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
