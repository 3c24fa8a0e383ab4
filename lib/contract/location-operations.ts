import { z } from 'zod'
import { Location, LocationInput, LocationList, LocationLoad } from '@/lib/contract/location'
import { operation } from '@/lib/contract/operation'
import { PlanAnswer, PlanOverrides } from '@/lib/contract/plan-overrides'
import { described, Id, LocationUid, QueryBoolean, QueryInstant } from '@/lib/contract/primitives'
import { Readiness } from '@/lib/contract/readiness'
import { Timeline } from '@/lib/contract/timeline'

const tag = 'Locations'
const params = z.object({ locationUid: LocationUid.describe('The id of the location.') })
const ifMatch = {
  'If-Match': 'The ETag that you read; the call is refused with 412 when the location has changed since.',
}
const ZONE_CHANGE =
  'A new `timeZone` keeps the wall-clock times of recurring schedules and the instants of dated ones; where schedules would then overlap, nothing is changed and the 409 names them.'
const bodyExample = {
  name: 'North depot',
  timeZone: 'Europe/Helsinki',
  powerLimitkW: 900,
  chargingEfficiency: 0.94,
  tariff: {
    currency: 'EUR',
    demandChargePerkW: 9.5,
    weekly: [{ day: 'MO', from: '22:00', to: '24:00', perkWh: 0.09 }],
  },
}

export const listLocations = operation({
  id: 'listLocations',
  method: 'GET',
  path: '/locations',
  tag,
  summary: 'List the locations',
  permission: 'read',
  answers: { 200: { description: 'The locations, by name, then id', schema: LocationList } },
})

export const getLocation = operation({
  id: 'getLocation',
  method: 'GET',
  path: '/locations/{locationUid}',
  tag,
  summary: 'Get a location and its settings',
  permission: 'read',
  params,
  answers: { 200: { description: 'The location', schema: Location, headers: { ETag: 'Version of the attributes' } } },
  refusals: [404],
})

export const putLocation = operation({
  id: 'putLocation',
  method: 'PUT',
  path: '/locations/{locationUid}',
  tag,
  summary: 'Create or replace a location',
  description: `What is left out, or null, goes back to its default. ${ZONE_CHANGE}`,
  permission: 'admin',
  params,
  headers: ifMatch,
  body: LocationInput,
  bodyExample,
  answers: {
    200: { description: 'Replaced', schema: z.object({ id: Id.describe('The id of the path.') }) },
    201: { description: 'Created', schema: z.object({ id: Id.describe('The id of the path.') }) },
  },
  refusals: [409, 412, 422],
})

export const patchLocation = operation({
  id: 'patchLocation',
  method: 'PATCH',
  path: '/locations/{locationUid}',
  tag,
  summary: 'Change some settings of a location',
  description: `JSON Merge Patch (RFC 7396): objects merge, arrays replace, null clears. ${ZONE_CHANGE}`,
  permission: 'admin',
  params,
  headers: ifMatch,
  body: LocationInput,
  bodyExample: { address: 'Depot Road 1', city: 'Espoo' },
  answers: {
    200: {
      description: 'Changed',
      schema: z.object({ success: z.boolean().describe('True: it is done.') }),
      headers: {
        ETag: 'Version of the attributes as they are stored now: sent back in If-Match, a change of theirs takes back this one and no later one',
      },
    },
  },
  refusals: [404, 409, 412, 422],
})

export const getLoad = operation({
  id: 'getLoad',
  expensive: true,
  method: 'GET',
  path: '/locations/{locationUid}/load',
  tag,
  summary: 'Get the depot’s load: base, vehicles, limit, price, and what uncontrolled charging would draw',
  description: '15-minute means at the site. `totals.peakkW` is the highest instantaneous value.',
  permission: 'read',
  params,
  query: z.object(
    described(
      { from: QueryInstant.optional(), to: QueryInstant.optional() },
      {
        from: 'The beginning of the range, ISO 8601 or epoch milliseconds.',
        to: 'The end of the range, at most 92 days after `from`.',
      },
    ),
  ),
  answers: { 200: { description: 'The load', schema: LocationLoad } },
  refusals: [404],
})

export const planLocation = operation({
  id: 'planLocation',
  expensive: true,
  deadlineSeconds: 60,
  method: 'POST',
  path: '/locations/{locationUid}/plan',
  tag,
  summary: 'Plan a location now',
  description:
    'Answers when the plan is stored; no body is needed. With `dryRun=true` nothing is stored: the near future is planned as it is and with what the body overrides, and `comparison` says what that changes for whom.',
  permission: 'write',
  params,
  query: z.object({ dryRun: QueryBoolean.optional().describe('With true it is only tried, and nothing is stored.') }),
  body: PlanOverrides,
  bodyOptional: true,
  bodyExample: { powerLimitkW: 600, delayedVehicles: [{ vehicleId: 'example-bus-12', delayMinutes: 45 }] },
  answers: { 200: { description: 'The plan’s totals', schema: PlanAnswer } },
  refusals: [404, 422, 503],
})

export const getReadiness = operation({
  id: 'getReadiness',
  expensive: true,
  method: 'GET',
  path: '/locations/{locationUid}/readiness',
  tag,
  summary: 'Get the readiness board: every departure of the next hours with its state',
  description:
    'What needs attention first, then by departure. Of a plan comes its power over time, with `slack` and `shortfall` of its `explanation`; the rest is at the schedule.',
  permission: 'read',
  params,
  query: z.object({
    hours: z
      .string()
      .regex(/^\d+$/, 'must be a whole number of hours from 1 to 168')
      .transform(Number)
      .refine((hours) => hours >= 1 && hours <= 168, 'must be a whole number of hours from 1 to 168')
      .optional()
      .describe('How many hours ahead, from 1 to 168; 12 by default.')
      .meta({ example: '12' }),
  }),
  answers: { 200: { description: 'The board', schema: Readiness } },
  refusals: [404],
})

export const getTimeline = operation({
  id: 'getTimeline',
  expensive: true,
  method: 'GET',
  path: '/locations/{locationUid}/timeline',
  tag,
  summary: 'Get the stays of a range as a timeline draws them: times, state and power steps',
  description:
    'The states and predictions are those of the readiness board. Whole plans, with reasons and prices, are at each schedule.',
  permission: 'read',
  params,
  query: z.object(
    described(
      {
        from: QueryInstant.optional(),
        to: QueryInstant.optional(),
        vehicleId: z.array(Id).max(100, 'must be at most 100 vehicles').optional(),
        guests: QueryBoolean.optional(),
      },
      {
        from: 'The beginning of the range, ISO 8601 or epoch milliseconds; now by default.',
        to: 'The end of the range, at most 31 days after `from`; a day after it by default.',
        vehicleId: 'Keeps the stays of this vehicle; it may be repeated. Left out, with `guests`: of all vehicles.',
        guests:
          'True: keeps the stays of the vehicles that are not registered here, or not any more, besides those of `vehicleId`.',
      },
    ),
  ),
  repeatable: ['vehicleId'],
  answers: { 200: { description: 'The stays', schema: Timeline } },
  refusals: [404],
})

export const streamChanges = operation({
  id: 'streamChanges',
  deadlineSeconds: null,
  method: 'GET',
  path: '/locations/{locationUid}/stream',
  tag,
  summary: 'Follow what changes at a depot, as Server-Sent Events',
  description:
    'Events `plan`, `schedules`, `vehicles`, `stations`, `readiness`, `settings` and `alarms`, each with `{ "revision": … }`, a whole number that grows: something of this kind has changed, so ask for it again. At most one of a kind a second; `resync` first, and whenever changes may have been missed; a comment every 15 seconds. It ends when the access is revoked.',
  permission: 'read',
  params,
  answers: { 200: { description: 'The changes, until the caller goes', mediaType: 'text/event-stream' } },
  refusals: [404, 503],
})
