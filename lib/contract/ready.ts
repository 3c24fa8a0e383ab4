import { z } from 'zod'

/** What an instance says of itself while it can serve. */
export const Ready = z
  .object({
    status: z.string().describe('`ok`: the database is reachable and migrated.'),
    overduePlans: z
      .array(
        z.object({
          locationUid: z.string().describe('The location that waits.'),
          since: z.string().describe('Since when it has waited for a plan.'),
        }),
      )
      .describe('Locations that have waited for a plan for over a minute, longest first, at most 100.'),
    clockDifferenceSeconds: z
      .number()
      .optional()
      .describe("By how much the database's clock is ahead of this instance's; only where they differ by over 2 s."),
    diskFull: z
      .object({
        freeMegabytes: z.number().describe('What is free, in MB.'),
        neededMegabytes: z.number().describe('What writing needs, in MB.'),
      })
      .optional()
      .describe(
        'Only where the disk of the embedded database is full: reads go on, writes are refused with 503 until there is room.',
      ),
  })
  .meta({ id: 'Ready' })
export type Ready = z.infer<typeof Ready>
