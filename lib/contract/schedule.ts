import { z } from 'zod'
import { Explanation } from '@/lib/contract/explanations'
import { Plan, PlanMeta } from '@/lib/contract/plan'
import { described, Id, Instant, LocationUid, Priority, Soc, Timestamp, text } from '@/lib/contract/primitives'
import { parseRecurrenceRule } from '@/lib/contract/recurrence-rule'

/** A schedule's id: our own, or `<rule id>:<YYYYMMDD>` of an occurrence. */
export const ScheduleId = text(100).meta({ example: 'sch_01JD3Z:20261122' })

/** An RRULE value; parts that are impossible together are the verb's to refuse (422). */
const RecurrenceRule = text(1_000)
  .superRefine((value, context) => {
    for (const { kind, message } of parseRecurrenceRule(value).faults)
      if (kind === 'malformed') context.addIssue({ code: 'custom', message })
  })
  .meta({ example: 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR' })
const Reference = text()

/** That a vehicle is to charge at full power from now on. */
export const ChargeNow = z
  .object(
    described(
      { since: Timestamp, by: z.string() },
      { since: 'Since when, ISO 8601.', by: 'The name of the person or token that asked for it.' },
    ),
  )
  .meta({ id: 'ChargeNow' })

/** A stay at a depot: when a vehicle is there, and what it needs before it leaves. */
export const EvSchedule = z
  .object(
    described(
      {
        id: ScheduleId,
        evId: Id,
        locationUid: LocationUid,
        plannedArrivalTime: Timestamp,
        plannedDepartureTime: Timestamp,
        startSoC: Soc.optional(),
        targetSoC: Soc,
        minimumSoC: Soc.optional(),
        priority: Priority,
        externalId: Reference.optional(),
        blockId: Reference.optional(),
        recurrenceRule: RecurrenceRule.optional(),
        recurringScheduleId: ScheduleId.optional(),
        chargeNow: ChargeNow.optional(),
        plan: Plan.optional(),
        planMeta: PlanMeta.optional(),
        /** Beside a plan that our planner made. */
        explanation: Explanation.optional(),
      },
      {
        id: 'Its id; an occurrence’s is the rule’s and the local date of its original arrival.',
        evId: 'The id of the vehicle.',
        locationUid: 'The id of the location.',
        plannedArrivalTime: 'When the vehicle arrives, ISO 8601 in UTC; of a rule the first arrival.',
        plannedDepartureTime: 'When it leaves, ISO 8601 in UTC; of a rule the first departure.',
        startSoC:
          'State of charge on arrival, in percent: measured, else as it was posted; absent where neither is known.',
        targetSoC: 'State of charge that is wanted at the departure, in percent.',
        minimumSoC:
          'State of charge that the next duty needs, in percent; absent where the location’s holds. A minimum above the target is charged all the same.',
        priority: 'From -100 to 100; higher goes first where there is not enough for all.',
        externalId: 'The sender’s own reference.',
        blockId: 'The sender’s own reference of the vehicle’s duty.',
        recurrenceRule: 'RFC 5545 RRULE value, of a rule and of its occurrences.',
        recurringScheduleId: 'On an occurrence the id of its rule.',
        chargeNow:
          'While its vehicle charges at full power whatever the strategy says: since when, and by whose word. Of a schedule that is over: that it did until its departure. Set by POST /schedules/{scheduleId}/charge-now.',
        plan: 'The plan for this stay, where there is one.',
        planMeta: 'When, why and by which strategy the plan was made.',
        explanation: 'Beside a plan that our planner made: why it is as it is.',
      },
    ),
  )
  .meta({ id: 'EvSchedule' })
export type EvSchedule = z.infer<typeof EvSchedule>

const ARRIVAL = 'When the vehicle arrives, ISO 8601 with Z or an offset; of a rule the first arrival.'
const DEPARTURE =
  'When it leaves, later than the arrival and at most 31 days after it. A vehicle has one schedule with a departure time: that is how a schedule is recognised.'

/** What a sender may say of a schedule besides its place and times, in POST and PATCH alike. */
const details = described(
  {
    startSoC: Soc.nullish(),
    targetSoC: Soc.nullish(),
    minimumSoC: Soc.nullish(),
    priority: Priority.nullish(),
    externalId: Reference.nullish(),
    blockId: Reference.nullish(),
    recurrenceRule: RecurrenceRule.nullish(),
    plan: Plan.nullish(),
    planMeta: PlanMeta.nullish(),
  },
  {
    startSoC:
      'State of charge on arrival, in percent. Left out: as measured, estimated from the last known, or assumed by the location.',
    targetSoC:
      'State of charge that is wanted at the departure, in percent. Left out: the location’s default at that moment. Above 0 and at most 1 is refused: it looks like a fraction of one.',
    minimumSoC:
      'State of charge that the next duty needs, in percent. Left out: the location’s. A minimum above the target is charged all the same.',
    priority: 'Whole number from -100 to 100, 0 by default; higher goes first where there is not enough for all.',
    externalId: 'Your own reference, stored and given back.',
    blockId: 'Your own reference of the vehicle’s duty, stored and given back.',
    recurrenceRule:
      'RFC 5545 RRULE value, without prefix and DTSTART: it makes this a rule, whose first arrival is plannedArrivalTime, in the location’s time zone.',
    plan: 'A plan of your own, which is kept; null drops the plan. Left out: the plan stays.',
    planMeta: 'Where your plan comes from; with frozen the planner does not replace it.',
  },
)

/** What POST takes for one stay or one rule; null means the same as left out (except for `plan`). */
export const PostedSchedule = z
  .object({
    ...described(
      {
        locationUid: LocationUid.nullish(),
        plannedArrivalTime: Instant,
        plannedDepartureTime: Instant,
        recurringScheduleId: ScheduleId.nullish(),
      },
      {
        locationUid: 'The location. Left out: the vehicle’s, where it has exactly one.',
        plannedArrivalTime: ARRIVAL,
        plannedDepartureTime: DEPARTURE,
        recurringScheduleId:
          'An entry that was read as an occurrence: it is taken as a dated stay, its rule is ignored.',
      },
    ),
    ...details,
  })
  .meta({ id: 'PostedSchedule' })
export type PostedSchedule = z.output<typeof PostedSchedule>

const MAX_ENTRIES = 1_000
const entries = z
  .array(PostedSchedule, 'must be an array of schedules')
  .max(MAX_ENTRIES, `must be at most ${MAX_ENTRIES} schedules`)

export const MAX_REMOVED =
  'If more schedules than this would be removed, nothing is changed and the answer is 409; in a batch it counts all vehicles.'
/** How many removals the sender accepts at most: a guard against an empty timetable. */
export const RemovalLimit = z
  .number('must be a number')
  .int('must be a whole number')
  .min(0, 'must be at least 0')
  .meta({ example: 20 })

/** What is posted for one vehicle. */
export const PostedSchedules = z
  .object(
    described(
      { replaceFutureSchedules: z.boolean('must be true or false').nullish(), schedules: entries },
      {
        replaceFutureSchedules:
          'True: schedules of the vehicle that depart in the future and are not among the entries are removed, ongoing ones and rules too. False by default.',
        schedules: 'The entries, at most 1,000.',
      },
    ),
  )
  .meta({ id: 'PostedSchedules' })
export type PostedSchedules = z.output<typeof PostedSchedules>

/** The limit may come in the query or here; the lower one holds. */
export const PostSchedulesBody = PostedSchedules.extend({
  maxRemoved: RemovalLimit.nullish().describe(MAX_REMOVED),
}).meta({
  id: 'PostSchedules',
})
export type PostSchedulesBody = z.output<typeof PostSchedulesBody>

/** What PATCH takes for one schedule: what is left out stays; null clears what can be empty. */
export const SchedulePatch = z
  .object({
    ...described(
      {
        id: ScheduleId.min(1, 'must be the id of a schedule'),
        locationUid: LocationUid.optional(),
        plannedArrivalTime: Instant.optional(),
        plannedDepartureTime: Instant.optional(),
        skipped: z.literal(false, 'must be false: DELETE skips an occurrence').optional(),
      },
      {
        id: 'The schedule, the rule, or one occurrence of it.',
        locationUid: 'Another location. Left out: it stays.',
        plannedArrivalTime: ARRIVAL,
        plannedDepartureTime: `${DEPARTURE} At or before now it ends the schedule.`,
        skipped:
          'False brings an occurrence that was skipped back as its rule says, with what else is sent; one that was not skipped stays as it is.',
      },
    ),
    ...details,
  })
  .meta({ id: 'EvSchedulePatch' })
export type SchedulePatch = z.output<typeof SchedulePatch>

export const PatchSchedulesBody = z
  .object(
    described(
      {
        schedules: z
          .array(SchedulePatch, 'must be an array of schedules')
          .max(MAX_ENTRIES, `must be at most ${MAX_ENTRIES} schedules`),
      },
      {
        schedules: 'The changes, at most 1,000, each schedule once.',
      },
    ),
  )
  .meta({ id: 'PatchSchedules' })
export type PatchSchedulesBody = z.output<typeof PatchSchedulesBody>

/** The two schedules of a swap, each once. */
export const SwapSchedulesBody = z
  .object({
    schedules: z
      .array(
        z.object(
          described(
            {
              id: ScheduleId.min(1, 'must be the id of a schedule'),
              plannedDepartureTime: Instant.optional(),
            },
            {
              id: 'A dated schedule, or one occurrence of a rule.',
              plannedDepartureTime:
                'Its departure as you read it: where it is another by now, nothing is changed and the answer is 409. Left out: whatever it is.',
            },
          ),
        ),
        'must be an array of two schedules',
      )
      .length(2, 'must be two schedules')
      .describe('The two schedules, of two vehicles at one location.'),
  })
  .superRefine(({ schedules: [first, second] }, context) => {
    if (first && second && first.id === second.id)
      context.addIssue({ code: 'custom', path: ['schedules', 1, 'id'], message: `names ${first.id} a second time` })
  })
  .meta({ id: 'SwapSchedules' })
export type SwapSchedulesBody = z.output<typeof SwapSchedulesBody>

/** The removals that the sender accepts at most, in the query. */
export const MaxRemoved = z
  .string()
  .regex(/^\d{1,6}$/, 'must be a whole number')
  .transform(Number)
  .meta({ example: '20' })

export const Limits = { entries: MAX_ENTRIES, stayDays: 31, rangeDays: 92, rules: 50 } as const
