import { z } from 'zod'
import { described } from '@/lib/contract/primitives'
import { EvSchedule, ScheduleId } from '@/lib/contract/schedule'

export const SkippedEntry = z
  .object(
    described(
      { index: z.number().int(), reason: z.string() },
      {
        index: 'The position of the entry in the request, from 0.',
        reason: 'Why it changes nothing, a sentence for people.',
      },
    ),
  )
  .meta({ id: 'SkippedEntry' })

/** Before and after of one changed schedule, as a dry run shows it. */
export const ScheduleChange = z
  .object(
    described(
      { before: EvSchedule, after: EvSchedule },
      { before: 'The schedule as it is stored.', after: 'The schedule as it would be.' },
    ),
  )
  .meta({ id: 'ScheduleChange' })

const dryRunParts = described(
  {
    created: z.array(EvSchedule).optional(),
    updated: z.array(ScheduleChange).optional(),
    removed: z.array(EvSchedule).optional(),
  },
  {
    created: 'With dryRun: what would be created.',
    updated: 'With dryRun: what would be changed.',
    removed: 'With dryRun: what would be removed.',
  },
)

export const PostSchedulesAnswer = z
  .object({
    ...described(
      { ids: z.array(ScheduleId), removedScheduleIds: z.array(ScheduleId), skipped: z.array(SkippedEntry) },
      {
        ids: 'The id of each entry that was not skipped, in request order.',
        removedScheduleIds: 'The schedules that were removed because no entry matched them.',
        skipped: 'Entries that ended before now and match no stored schedule.',
      },
    ),
    ...dryRunParts,
  })
  .meta({ id: 'PostSchedulesAnswer' })
export type PostSchedulesAnswer = z.infer<typeof PostSchedulesAnswer>

export const PatchSchedulesAnswer = z
  .object({
    ...described(
      { success: z.boolean(), message: z.string(), skippedScheduleIds: z.array(ScheduleId) },
      {
        success: 'False when nothing was applied.',
        message: 'What was done, a sentence for people.',
        skippedScheduleIds: 'Ids that are unknown, of another vehicle, or ended.',
      },
    ),
    ...dryRunParts,
  })
  .meta({ id: 'PatchSchedulesAnswer' })
export type PatchSchedulesAnswer = z.infer<typeof PatchSchedulesAnswer>

/** What a call answers that changes schedules by itself; `updated` says what a dry run shows. */
function doneAnswer(updated: string) {
  return z.object(
    described(
      { success: z.boolean(), message: z.string(), updated: z.array(ScheduleChange).optional() },
      {
        success: 'True: it is done, or with dryRun could be.',
        message: 'What was done, a sentence for people.',
        updated,
      },
    ),
  )
}

export const SwapSchedulesAnswer = doneAnswer(
  'With dryRun: both schedules as they are and as they would be, in request order.',
).meta({ id: 'SwapSchedulesAnswer' })
export type SwapSchedulesAnswer = z.infer<typeof SwapSchedulesAnswer>

export const ChargeNowAnswer = doneAnswer('With dryRun: the schedule as it is and as it would be.').meta({
  id: 'ChargeNowAnswer',
})
export type ChargeNowAnswer = z.infer<typeof ChargeNowAnswer>

export const ActiveSchedules = z
  .object(
    described(
      { previous: EvSchedule.optional(), currentOrNext: EvSchedule.optional() },
      {
        previous: 'The schedule that ended last; absent where none has.',
        currentOrNext: 'The ongoing schedule, else the next to begin; absent where none is to come.',
      },
    ),
  )
  .meta({ id: 'ActiveSchedules' })
export type ActiveSchedules = z.infer<typeof ActiveSchedules>

/** The schedules of a vehicle or a location in a range. */
export const ScheduleList = z
  .object(
    described(
      { recurringSchedules: z.array(EvSchedule), schedules: z.array(EvSchedule) },
      {
        recurringSchedules: 'The rules with an occurrence in the range.',
        schedules: 'Dated schedules and every occurrence in the range, by arrival, then id.',
      },
    ),
  )
  .meta({ id: 'ScheduleList' })
