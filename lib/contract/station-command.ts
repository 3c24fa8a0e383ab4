import { z } from 'zod'
import { Id, Timestamp } from '@/lib/contract/primitives'
import { ConnectorNumber, EvseNumber } from '@/lib/contract/station'

export const COMMAND_TYPES = ['reset', 'unlock', 'start', 'stop', 'trigger'] as const
export const COMMAND_STATUSES = ['waiting', 'sent', 'accepted', 'refused', 'failed', 'expired'] as const

/** What each command needs besides its type. */
const NEEDS: Partial<Record<(typeof COMMAND_TYPES)[number], 'evseId' | 'message'>> = {
  unlock: 'evseId',
  start: 'evseId',
  stop: 'evseId',
  trigger: 'message',
}

export const StationCommandInput = z
  .object({
    type: z
      .enum(COMMAND_TYPES, `must be one of ${COMMAND_TYPES.join(', ')}`)
      .meta({ description: 'What the station is to do.' }),
    evseId: EvseNumber.nullish(),
    connectorId: ConnectorNumber.nullish(),
    vehicleId: Id.nullish().meta({ description: 'For `start`: the vehicle that is to charge.' }),
    hard: z.boolean('must be true or false').nullish().meta({
      description:
        'For `reset`: at once. Otherwise OCPP 2.0.1 waits until nobody charges, and OCPP 1.6 ends charging in good order first.',
    }),
    message: z
      .string()
      .regex(/^[A-Za-z]{1,50}$/, 'must be the name of an OCPP message, such as StatusNotification')
      .nullish()
      .meta({ description: 'For `trigger`: the message that the station is to send.' }),
  })
  .superRefine((command, context) => {
    const needed = NEEDS[command.type]
    if (needed && command[needed] == null)
      context.addIssue({ code: 'custom', path: [needed], message: `must be given for ${command.type}` })
  })
  .meta({ id: 'StationCommandInput' })
export type StationCommandInput = z.output<typeof StationCommandInput>

const CommandId = z
  .string()
  .regex(/^cmd_\d{1,15}$/, 'must be the id of a command, such as cmd_12')
  .meta({ example: 'cmd_12', description: 'The id of the command.' })

export const StationCommand = z
  .object({
    id: CommandId,
    type: z.enum(COMMAND_TYPES).meta({ description: 'What the station was to do.' }),
    status: z.enum(COMMAND_STATUSES).meta({
      description:
        'How far it is. waiting: for its station; sent: for the answer; failed: no answer; expired: it was not connected.',
    }),
    words: z.string().optional().meta({ description: 'What the station answered, or why it failed.' }),
    at: Timestamp.meta({ description: 'When it came to this status.' }),
  })
  .meta({ id: 'StationCommand' })
export type StationCommand = z.infer<typeof StationCommand>
