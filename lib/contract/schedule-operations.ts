import { z } from 'zod'
import { ScheduleFixes } from '@/lib/contract/explanations'
import { operation } from '@/lib/contract/operation'
import { PlanChanges } from '@/lib/contract/plan-change'
import { described, Id, LocationUid, QueryBoolean, QueryInstant } from '@/lib/contract/primitives'
import { ProblemDetails } from '@/lib/contract/problem-details'
import { VehicleDepartures } from '@/lib/contract/readiness'
import {
  EvSchedule,
  MaxRemoved,
  PatchSchedulesBody,
  PostSchedulesBody,
  ScheduleId,
  SwapSchedulesBody,
} from '@/lib/contract/schedule'
import {
  ActiveSchedules,
  ChargeNowAnswer,
  PatchSchedulesAnswer,
  PostSchedulesAnswer,
  ScheduleList,
  SwapSchedulesAnswer,
} from '@/lib/contract/schedule-answers'
import { ScheduleBatchBody, ScheduleBatchDocument } from '@/lib/contract/schedule-batch'

const tag = 'Scheduling'
const vehicleParams = z.object({ vehicleId: Id.describe('The id of the vehicle.') })
const range = described(
  { from: QueryInstant.optional(), to: QueryInstant.optional(), plan: QueryBoolean.optional() },
  {
    from: 'The beginning of the range, ISO 8601 or epoch milliseconds. With `to` alone: 24 hours before it.',
    to: 'The end of the range, at most 92 days after `from`. With `from` alone: 14 days after it.',
    plan: 'With false the plans are left out; true by default.',
  },
)
const write = described(
  { dryRun: QueryBoolean.optional(), maxRemoved: MaxRemoved.optional() },
  {
    dryRun: 'With true the answer also says what would be created, updated and removed, and nothing is written.',
    maxRemoved: 'If more schedules than this would be removed, nothing is changed and the answer is 409.',
  },
)
/** No example removes or moves what is there: many a reader's first call is the example as it stands. */
const entry = {
  locationUid: 'example-depot',
  plannedArrivalTime: '2030-01-07T17:30:00Z',
  plannedDepartureTime: '2030-01-08T04:15:00Z',
  startSoC: 35,
  targetSoC: 95,
}

export const listLocationSchedules = operation({
  id: 'listLocationSchedules',
  expensive: true,
  method: 'GET',
  path: '/locations/{locationUid}/schedules',
  tag,
  summary: 'List a location’s schedules in a range',
  description:
    '`schedules` holds the dated schedules and every occurrence of a rule, so that it alone says what will happen; `recurringSchedules` holds the rules. A plan that our planner made comes with its `explanation`. `plan=false` leaves the plans out, and what is said of them.',
  permission: 'read',
  params: z.object({ locationUid: LocationUid.describe('The id of the location.') }),
  query: z.object(range),
  answers: { 200: { description: 'The schedules, by arrival, then id', schema: ScheduleList } },
  refusals: [404],
})

export const listVehicleSchedules = operation({
  id: 'listVehicleSchedules',
  method: 'GET',
  path: '/vehicles/{vehicleId}/schedules',
  tag,
  summary: 'List a vehicle’s schedules in a range',
  description:
    '`schedules` holds the dated schedules and every occurrence of a rule, which names its rule; `recurringSchedules` holds the rules with an occurrence in the range. `plan=false` leaves the plans out.',
  permission: 'read',
  params: vehicleParams,
  query: z.object(range),
  answers: { 200: { description: 'The schedules, by arrival, then id', schema: ScheduleList } },
  refusals: [404],
})

export const listVehicleDepartures = operation({
  id: 'listVehicleDepartures',
  method: 'GET',
  path: '/vehicles/{vehicleId}/departures',
  tag,
  summary: 'List a vehicle’s departures with their states',
  description: 'What the readiness boards of its depots say: the states are the same.',
  permission: 'read',
  params: vehicleParams,
  query: z.object({
    to: QueryInstant.optional().describe('The last departure, at most 31 days ahead; 14 days ahead by default.'),
  }),
  answers: { 200: { description: 'The departures', schema: VehicleDepartures } },
  refusals: [404],
})

export const getActiveSchedules = operation({
  id: 'getActiveSchedules',
  method: 'GET',
  path: '/vehicles/{vehicleId}/schedules/active',
  tag,
  summary: 'Get the schedule that ended last and the current or next one',
  permission: 'read',
  params: vehicleParams,
  answers: { 200: { description: 'The schedules, where there are any', schema: ActiveSchedules } },
  refusals: [404],
})

export const getSchedule = operation({
  id: 'getSchedule',
  method: 'GET',
  path: '/schedules/{scheduleId}',
  tag,
  summary: 'Get one schedule, rule or occurrence by its id',
  permission: 'read',
  params: z.object({ scheduleId: ScheduleId.describe('The id of the schedule, the rule or the occurrence.') }),
  answers: { 200: { description: 'The schedule', schema: EvSchedule } },
  refusals: [404],
})

export const getScheduleFixes = operation({
  id: 'getScheduleFixes',
  expensive: true,
  method: 'GET',
  path: '/vehicles/{vehicleId}/schedules/{scheduleId}/fixes',
  tag,
  summary: 'Find what would end a schedule’s shortfall',
  description:
    'The smallest fix of each kind, for the depot as it is now; each is proven by planning with it. Computed when asked for, one at a time: it takes up to some seconds, and with `incomplete` it was ended before every kind was tried. `swap` is applied by POST /schedules/swap with both schedules, `raise-limit` by a PATCH of the location with its `powerLimits`, the others by a PATCH of the schedule (`targetSoC` and `minimumSoC`, `plannedDepartureTime`, `priority`). A schedule that reaches its target has no `shortfall` and no fixes. One that is not planned is 409 with the reason: it has ended, is frozen, is a rule (ask for one of its occurrences), begins in more than 14 days, or its vehicle is not scheduled or not known well enough.',
  permission: 'read',
  params: z.object({
    vehicleId: Id.describe('The id of the vehicle.'),
    scheduleId: ScheduleId.describe('The id of the schedule, the rule or the occurrence.'),
  }),
  answers: { 200: { description: 'The shortfall, and what would end it', schema: ScheduleFixes } },
  refusals: [404, 409, 503],
})

export const getPlanChanges = operation({
  id: 'getPlanChanges',
  method: 'GET',
  path: '/vehicles/{vehicleId}/schedules/{scheduleId}/changes',
  tag,
  summary: 'See what the last replans changed of a schedule’s plan',
  description:
    'Newest first, each with its cause. Both sides speak of the time from that replan on: what had elapsed by then is the same. Empty where the schedule was planned once, or never.',
  permission: 'read',
  params: z.object({
    vehicleId: Id.describe('The id of the vehicle.'),
    scheduleId: ScheduleId.describe('The id of the schedule, the rule or the occurrence.'),
  }),
  answers: { 200: { description: 'The changes', schema: PlanChanges } },
  refusals: [404],
})

export const postSchedules = operation({
  id: 'postSchedules',
  method: 'POST',
  path: '/vehicles/{vehicleId}/schedules',
  tag,
  summary: 'Create schedules, or reconcile all upcoming ones',
  description:
    'The call for most integrations: send all upcoming schedules with `replaceFutureSchedules`, and they are created, updated and deleted as needed. A schedule is recognised by its departure time.',
  permission: 'write',
  params: vehicleParams,
  query: z.object(write),
  body: PostSchedulesBody,
  bodyExample: { schedules: [entry] },
  answers: { 200: { description: 'The ids in request order, and what went', schema: PostSchedulesAnswer } },
  refusals: [404, 409, 422],
})

export const patchSchedules = operation({
  id: 'patchSchedules',
  method: 'PATCH',
  path: '/vehicles/{vehicleId}/schedules',
  tag,
  summary: 'Change schedules by their ids',
  permission: 'write',
  params: vehicleParams,
  query: z.object({ dryRun: write.dryRun }),
  body: PatchSchedulesBody,
  bodyExample: { schedules: [{ id: 'sch_01JD3Z', plannedDepartureTime: '2026-11-23T04:40:00Z' }] },
  answers: { 200: { description: 'What was applied and what was skipped', schema: PatchSchedulesAnswer } },
  refusals: [404, 409, 422],
})

export const deleteSchedule = operation({
  id: 'deleteSchedule',
  method: 'DELETE',
  path: '/vehicles/{vehicleId}/schedules/{scheduleId}',
  tag,
  summary: 'Delete a schedule, end a rule, or skip one occurrence of it',
  permission: 'write',
  params: z.object({
    vehicleId: Id.describe('The id of the vehicle.'),
    scheduleId: ScheduleId.describe('The id of the schedule, the rule or the occurrence.'),
  }),
  answers: { 204: { description: 'Deleted' } },
  refusals: [404, 409],
})

export const swapSchedules = operation({
  id: 'swapSchedules',
  method: 'POST',
  path: '/schedules/swap',
  tag,
  summary: 'Let two vehicles of a location exchange their duties',
  description:
    'Each takes over what the other was to leave for: departure, target, minimum, priority and `blockId`. Arrivals, ids, `externalId` and charges stay with the vehicles, and so do the schedules that follow. One transaction: both or neither. A plan that is frozen is thawed. Sent again with the same ids it takes the swap back. 409 where a schedule has ended, where its departure is another than you read, or where a vehicle would still be here when its next schedule begins; 422 where the schedules are of one vehicle or of two locations, or where a vehicle arrives too late for the departure that it would take, or one of them is a rule (name one of its occurrences).',
  permission: 'write',
  query: z.object({
    dryRun: QueryBoolean.optional().describe(
      'With true the answer also has both schedules as they are and as they would be, and nothing is written.',
    ),
  }),
  body: SwapSchedulesBody,
  bodyExample: {
    schedules: [
      { id: 'sch_01JD3Z', plannedDepartureTime: '2026-11-23T04:15:00Z' },
      { id: 'sch_01JD41', plannedDepartureTime: '2026-11-23T06:30:00Z' },
    ],
  },
  answers: { 200: { description: 'What was swapped', schema: SwapSchedulesAnswer } },
  refusals: [404, 409, 422],
})

const scheduleParams = z.object({ scheduleId: ScheduleId.describe('The id of the schedule or the occurrence.') })

export const chargeNow = operation({
  id: 'chargeNow',
  method: 'POST',
  path: '/schedules/{scheduleId}/charge-now',
  tag,
  summary: 'Charge a vehicle at full power from now on',
  description:
    'The vehicle that is here charges with all that it takes and the limit leaves, whatever the strategy says, before all others, which are planned around it. It ends by itself: at the target, at the departure, or when the vehicle is unplugged; until then the schedule has `chargeNow`. Asked again it goes on as it is. What it does to the peak and to the others is told before by POST /locations/{locationUid}/plan?dryRun=true with `schedules: [{ "id": …, "chargeNow": true }]`. 409 with the reason where the vehicle cannot: it is not here, has its target, its plan is frozen, it is not scheduled or not known well enough, its schedule has ended or is a rule (name one of its occurrences).',
  permission: 'write',
  params: scheduleParams,
  query: z.object({
    dryRun: QueryBoolean.optional().describe(
      'With true the answer also has the schedule as it is and as it would be, and nothing is written.',
    ),
  }),
  answers: { 200: { description: 'What was done', schema: ChargeNowAnswer } },
  refusals: [404, 409],
})

export const cancelChargeNow = operation({
  id: 'cancelChargeNow',
  method: 'DELETE',
  path: '/schedules/{scheduleId}/charge-now',
  tag,
  summary: 'Give a vehicle that charges at full power back to its plan',
  description: 'One that has ended already, or was never asked for, changes nothing.',
  permission: 'write',
  params: scheduleParams,
  answers: { 204: { description: 'It charges by the strategy again' } },
  refusals: [404],
})

const BatchResult = z.object({
  ...described(
    { vehicleId: z.string(), status: z.number().int(), error: ProblemDetails.optional() },
    {
      vehicleId: 'The vehicle as the request named it.',
      status: 'The HTTP status that the call for this vehicle alone would have.',
      error: 'Why it was refused; absent where it was not.',
    },
  ),
  ...PostSchedulesAnswer.partial().shape,
})

export const postScheduleBatch = operation({
  id: 'postScheduleBatch',
  method: 'POST',
  path: '/schedules/batch',
  tag,
  summary: 'Reconcile many vehicles in one call',
  description: 'Each vehicle is a transaction of its own: one vehicle’s error does not touch another’s.',
  permission: 'write',
  query: z.object(write),
  body: ScheduleBatchBody,
  documentedBody: ScheduleBatchDocument,
  bodyExample: { vehicles: [{ vehicleId: 'example-bus-12', schedules: [entry] }] },
  answers: {
    200: {
      description: 'A result for each vehicle, in request order',
      schema: z.object({ results: z.array(BatchResult).describe('A result for each vehicle, in request order.') }),
    },
  },
  refusals: [409, 422],
})
