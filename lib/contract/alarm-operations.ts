import { z } from 'zod'
import { AcknowledgementInput, Alarm, AlarmId, AlarmList } from '@/lib/contract/alarm'
import { operation } from '@/lib/contract/operation'
import { Id, LocationUid, QueryBoolean, QueryLimit } from '@/lib/contract/primitives'

const tag = 'Alarms'
// Whatever is no alarm's id is an alarm that is not there.
const params = z.object({ alarmId: Id.meta({ example: 'alarm_12', description: 'The id of the alarm.' }) })

export const listAlarms = operation({
  id: 'listAlarms',
  method: 'GET',
  path: '/locations/{locationUid}/alarms',
  tag,
  summary: 'List the alarms of a depot',
  description:
    'An alarm is raised when its cause has lasted for a while (up to 5 minutes, by its kind), goes on while the cause does, and ends when it has been gone for a while. There is one of a kind about a vehicle’s stay, an evse, a station or the site. The stream tells of `alarms` when one is raised, changes or ends.',
  permission: 'read',
  params: z.object({ locationUid: LocationUid.describe('The id of the location.') }),
  query: z.object({
    state: z
      .enum(['open', 'cleared', 'all'])
      .optional()
      .meta({ description: 'Those that go on (where it is left out), that are over, or both.', example: 'open' }),
    before: AlarmId.optional().meta({
      description: 'Only alarms after this one in the list: the `before` of an answer goes on from there.',
      example: 'alarm_12',
    }),
    limit: QueryLimit.optional().meta({
      description: 'How many at most: 1000 open ones, else 100, where it is left out.',
      example: '50',
    }),
  }),
  answers: { 200: { description: 'The alarms', schema: AlarmList } },
  refusals: [404],
})

export const getAlarm = operation({
  id: 'getAlarm',
  method: 'GET',
  path: '/alarms/{alarmId}',
  tag,
  summary: 'Get an alarm',
  permission: 'read',
  params,
  answers: { 200: { description: 'The alarm', schema: Alarm } },
  refusals: [404],
})

export const acknowledgeAlarm = operation({
  id: 'acknowledgeAlarm',
  method: 'POST',
  path: '/alarms/{alarmId}/acknowledgement',
  tag,
  summary: 'Say that somebody sees to an alarm',
  description:
    'The alarm stays until its cause has gone, but need not be told of any more. Again with the same name changes nothing; with another it is refused with 409, and the answer says who was first. With `dryRun=true` the answer is the same and nothing is stored.',
  permission: 'write',
  params,
  query: z.object({ dryRun: QueryBoolean.optional().describe('With true it is only tried, and nothing is stored.') }),
  body: AcknowledgementInput,
  bodyOptional: true,
  bodyExample: { name: 'Aino Virta' },
  answers: { 200: { description: 'The alarm with the name', schema: Alarm } },
  refusals: [404, 409],
})
