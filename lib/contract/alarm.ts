import { z } from 'zod'
import { described, Timestamp, text } from '@/lib/contract/primitives'
import { ReadinessReason } from '@/lib/contract/readiness'

/** What an alarm can be about, what matters most first. */
export const ALARM_KINDS = [
  'limit.exceeded',
  'vehicle.will-miss',
  'station.fault',
  'vehicle.not-charging',
  'vehicle.not-plugged-in',
  'station.offline',
  'vehicle.falls-behind',
  'import.refused',
] as const
export const AlarmKind = z.enum(ALARM_KINDS).meta({
  id: 'AlarmKind',
  description:
    'What is wrong: the site draws more than its limit; a vehicle will leave below what it needs, does not charge, is not plugged in or gets less than it was given; a charging station reports a fault or is offline; the last import left something out.',
})
export type AlarmKind = z.infer<typeof AlarmKind>

export const AlarmId = z
  .string()
  .regex(/^alarm_\d{1,15}$/, 'must be the id of an alarm, such as alarm_12')
  .meta({ example: 'alarm_12', description: 'The id of the alarm.' })

const number = z.number().optional()

/** What an alarm's cause is made of, for those who say it in words of their own. */
export const AlarmDetails = z
  .object(
    described(
      {
        reason: ReadinessReason.optional(),
        predictedSoC: number,
        neededSoC: number,
        neededIsMinimum: z.boolean().optional(),
        deliveredPercent: number,
        measuredkW: number,
        limitkW: number,
        vehicles: number,
        faults: z.array(z.string()).optional(),
        importName: z.string().optional(),
        leftOut: number,
        firstLeftOut: z.string().optional(),
      },
      {
        reason: 'Why the vehicle is in that state.',
        predictedSoC: 'The state of charge with which it will leave, in whole percent.',
        neededSoC: 'The state of charge that it needs, in whole percent.',
        neededIsMinimum: 'Whether that is its minimum.',
        deliveredPercent: 'What it gets of what it was given, in percent.',
        measuredkW: 'What the site draws, in whole kW.',
        limitkW: 'The limit of the site, in whole kW.',
        vehicles: 'How many vehicles are plugged in there.',
        faults: 'The faults that the charger reports.',
        importName: 'The name of the import.',
        leftOut: 'How many entries it left out.',
        firstLeftOut: 'The first of them.',
      },
    ),
  )
  .meta({ id: 'AlarmDetails' })
export type AlarmDetails = z.infer<typeof AlarmDetails>

export const Alarm = z
  .object({
    id: AlarmId,
    kind: AlarmKind,
    locationUid: z.string().describe('The id of the location.'),
    since: Timestamp.meta({ description: 'Since when its cause is there, as far as a fact says it.' }),
    raisedAt: Timestamp.meta({ description: 'When it was raised: its cause had lasted for a while by then.' }),
    clearedAt: Timestamp.optional().meta({
      description: 'When it ended: its cause had been gone for a while by then. Left out: it goes on.',
    }),
    cause: z.string().describe('What is wrong and why, as sentences for people.'),
    advice: z.string().describe('What to do about it, as a sentence for people.'),
    details: AlarmDetails.optional().describe(
      'What the cause is made of; empty: nothing more is known; left out: the alarm is of an earlier version.',
    ),
    acknowledged: z
      .object({
        at: Timestamp.meta({ description: 'When.' }),
        by: z.string().describe('The name of who has seen to it.'),
      })
      .optional()
      .describe('Who has seen to it; left out: nobody has yet.'),
    vehicleId: z.string().optional().describe('The id of the vehicle that it is about.'),
    vehicleName: z.string().optional().describe('The name of that vehicle.'),
    scheduleId: z.string().optional().describe('The id of the schedule that it is about.'),
    stationId: z
      .string()
      .optional()
      .describe('The id of the charging station that it is about or at which the vehicle stands.'),
    evseId: z.string().optional().describe('The number of the evse there.'),
    place: z.string().optional().describe('What people call that place.'),
  })
  .meta({ id: 'Alarm' })
export type Alarm = z.infer<typeof Alarm>

export const AlarmList = z
  .object({
    alarms: z
      .array(Alarm)
      .describe(
        'Open ones by what matters most among the latest, then the latest first; with those that are over the latest first.',
      ),
    before: AlarmId.optional().meta({ description: 'Pass it as `before` for the alarms raised before these.' }),
  })
  .meta({ id: 'AlarmList' })
export type AlarmList = z.infer<typeof AlarmList>

export const AcknowledgementInput = z
  .object({
    name: text(200)
      .transform((name) => name.trim())
      .refine((name) => name !== '', 'must not be empty: say who has seen to it')
      .nullish()
      .describe('Who has seen to it; the caller’s own name where it is left out.'),
  })
  .meta({ id: 'AcknowledgementInput' })
export type AcknowledgementInput = z.output<typeof AcknowledgementInput>
