import { z } from 'zod'
import { Explanation } from '@/lib/contract/explanations'
import { Plan, PlanMeta } from '@/lib/contract/plan'
import { Id, Instant, LocationUid, Priority, Soc, Timestamp, text } from '@/lib/contract/primitives'
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

/** A stay at a depot: when a vehicle is there, and what it needs before it leaves. */
export const EvSchedule = z
  .object({
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
    plan: Plan.optional(),
    planMeta: PlanMeta.optional(),
    /** Beside a plan that our planner made. */
    explanation: Explanation.optional(),
  })
  .meta({ id: 'EvSchedule' })
export type EvSchedule = z.infer<typeof EvSchedule>

/** What a sender may say of a schedule besides its place and times, in POST and PATCH alike. */
const details = {
  startSoC: Soc.nullish(),
  targetSoC: Soc.nullish(),
  minimumSoC: Soc.nullish(),
  priority: Priority.nullish(),
  externalId: Reference.nullish(),
  blockId: Reference.nullish(),
  recurrenceRule: RecurrenceRule.nullish(),
  plan: Plan.nullish(),
  planMeta: PlanMeta.nullish(),
}

/** What POST takes for one stay or one rule; null means the same as left out (except for `plan`). */
export const PostedSchedule = z
  .object({
    locationUid: LocationUid.nullish(),
    plannedArrivalTime: Instant,
    plannedDepartureTime: Instant,
    ...details,
    recurringScheduleId: ScheduleId.nullish(),
  })
  .meta({ id: 'PostedSchedule' })
export type PostedSchedule = z.output<typeof PostedSchedule>

const MAX_ENTRIES = 1_000
const entries = z
  .array(PostedSchedule, 'must be an array of schedules')
  .max(MAX_ENTRIES, `must be at most ${MAX_ENTRIES} schedules`)

/** How many removals the sender accepts at most: a guard against an empty timetable. */
const RemovalLimit = z
  .number('must be a number')
  .int('must be a whole number')
  .min(0, 'must be at least 0')
  .meta({ example: 20 })

/** What is posted for one vehicle. */
export const PostedSchedules = z
  .object({ replaceFutureSchedules: z.boolean('must be true or false').nullish(), schedules: entries })
  .meta({ id: 'PostedSchedules' })
export type PostedSchedules = z.output<typeof PostedSchedules>

/** The limit may come in the query or here; the lower one holds. */
export const PostSchedulesBody = PostedSchedules.extend({ maxRemoved: RemovalLimit.nullish() }).meta({
  id: 'PostSchedules',
})
export type PostSchedulesBody = z.output<typeof PostSchedulesBody>

/** What PATCH takes for one schedule: what is left out stays; null clears what can be empty. */
export const SchedulePatch = z
  .object({
    id: ScheduleId.min(1, 'must be the id of a schedule'),
    locationUid: LocationUid.optional(),
    plannedArrivalTime: Instant.optional(),
    plannedDepartureTime: Instant.optional(),
    ...details,
  })
  .meta({ id: 'EvSchedulePatch' })
export type SchedulePatch = z.output<typeof SchedulePatch>

export const PatchSchedulesBody = z
  .object({
    schedules: z
      .array(SchedulePatch, 'must be an array of schedules')
      .max(MAX_ENTRIES, `must be at most ${MAX_ENTRIES} schedules`),
  })
  .meta({ id: 'PatchSchedules' })
export type PatchSchedulesBody = z.output<typeof PatchSchedulesBody>

export const SkippedEntry = z.object({ index: z.number().int(), reason: z.string() }).meta({ id: 'SkippedEntry' })

/** Before and after of one changed schedule, as a dry run shows it. */
export const ScheduleChange = z.object({ before: EvSchedule, after: EvSchedule }).meta({ id: 'ScheduleChange' })

const dryRunParts = {
  created: z.array(EvSchedule).optional(),
  updated: z.array(ScheduleChange).optional(),
  removed: z.array(EvSchedule).optional(),
}

export const PostSchedulesAnswer = z
  .object({
    ids: z.array(ScheduleId),
    removedScheduleIds: z.array(ScheduleId),
    skipped: z.array(SkippedEntry),
    ...dryRunParts,
  })
  .meta({ id: 'PostSchedulesAnswer' })
export type PostSchedulesAnswer = z.infer<typeof PostSchedulesAnswer>

export const PatchSchedulesAnswer = z
  .object({ success: z.boolean(), message: z.string(), skippedScheduleIds: z.array(ScheduleId) })
  .meta({ id: 'PatchSchedulesAnswer' })
export type PatchSchedulesAnswer = z.infer<typeof PatchSchedulesAnswer>

export const ActiveSchedules = z
  .object({ previous: EvSchedule.optional(), currentOrNext: EvSchedule.optional() })
  .meta({ id: 'ActiveSchedules' })
export type ActiveSchedules = z.infer<typeof ActiveSchedules>

/** The schedules of a vehicle or a location in a range. */
export const ScheduleList = z
  .object({ recurringSchedules: z.array(EvSchedule), schedules: z.array(EvSchedule) })
  .meta({ id: 'ScheduleList' })

const MAX_VEHICLES = 500

/** What is posted for one vehicle of a batch. */
export const BatchVehicle = PostedSchedules.extend({ vehicleId: Id }).meta({ id: 'BatchVehicle' })
export type BatchVehicle = z.output<typeof BatchVehicle>

/**
 * The vehicles of a batch are checked one by one, their ids included, so that one vehicle's error does not touch
 * another's. Only one that comes twice makes the call ambiguous.
 */
export const ScheduleBatchBody = z
  .object({
    vehicles: z
      .array(z.unknown(), 'must be an array of vehicles')
      .max(MAX_VEHICLES, `must be at most ${MAX_VEHICLES} vehicles`),
    maxRemoved: RemovalLimit.nullish(),
  })
  .superRefine(({ vehicles }, context) => {
    const seen = new Set<string>()
    vehicles.forEach((vehicle, index) => {
      const id = Id.safeParse(sentVehicleId(vehicle))
      if (!id.success) return
      if (seen.has(id.data))
        context.addIssue({
          code: 'custom',
          path: ['vehicles', index, 'vehicleId'],
          message: `names ${id.data} a second time`,
        })
      seen.add(id.data)
    })
  })

/** The `vehicleId` of an entry of a batch as it was sent, whatever it is. */
export function sentVehicleId(vehicle: unknown): unknown {
  return typeof vehicle === 'object' && vehicle !== null && 'vehicleId' in vehicle ? vehicle.vehicleId : undefined
}

/** The body as its sender should make it. */
export const ScheduleBatchDocument = z
  .object({ vehicles: z.array(BatchVehicle).max(MAX_VEHICLES), maxRemoved: RemovalLimit.nullish() })
  .meta({ id: 'ScheduleBatch' })

/** The removals that the sender accepts at most, in the query. */
export const MaxRemoved = z
  .string()
  .regex(/^\d{1,6}$/, 'must be a whole number')
  .transform(Number)
  .meta({ example: '20' })

export const Limits = { entries: MAX_ENTRIES, stayDays: 31, rangeDays: 92, rules: 50 } as const
