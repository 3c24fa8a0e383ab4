import { z } from 'zod'
import { described, Soc, Timestamp } from '@/lib/contract/primitives'

/** What a plan says of the time from a change on. */
const PlanFigures = z.object(
  described(
    {
      endSoC: Soc.optional(),
      endTime: Timestamp.optional(),
      chargesFrom: Timestamp.optional(),
      peakkW: z.number(),
      reachedTargetSoC: z.boolean().optional(),
    },
    {
      endSoC: 'State of charge at the departure, in percent.',
      endTime: 'When the last energy is delivered, ISO 8601; left out where nothing more is charged.',
      chargesFrom: 'When it charges from then on for the first time, ISO 8601; left out where it does not.',
      peakkW: 'The highest power at the vehicle from then on, in kW.',
      reachedTargetSoC: 'Whether the target, in percent, is reached.',
    },
  ),
)
export type PlanFigures = z.infer<typeof PlanFigures>

/** One replan of a schedule: when and why, and what the plan said before and after it of the time from then on. */
export const PlanChange = z
  .object(
    described(
      {
        timestamp: Timestamp,
        trigger: z.string().optional(),
        triggerDescription: z.string().optional(),
        before: PlanFigures,
        after: PlanFigures,
      },
      {
        timestamp: 'When the plan was made that changed it, ISO 8601.',
        trigger: 'What it was made for, such as schedule-changed or soc-updated.',
        triggerDescription: 'The same as a sentence for people.',
        before: 'What the plan before it had said of the time from then on.',
        after: 'What it says.',
      },
    ),
  )
  .meta({ id: 'PlanChange' })
export type PlanChange = z.infer<typeof PlanChange>

export const PlanChanges = z
  .object({
    changes: z.array(PlanChange).describe('The last replans that changed the plan, at most 19, newest first.'),
  })
  .meta({ id: 'PlanChanges' })
export type PlanChanges = z.infer<typeof PlanChanges>
