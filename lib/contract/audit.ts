import { z } from 'zod'
import { AUDIT_ACTIONS, AUDIT_KINDS } from '@/lib/contract/enumerations'
import { Timestamp } from '@/lib/contract/primitives'

export const AuditKind = z.enum(AUDIT_KINDS).meta({
  id: 'AuditKind',
  description:
    'What was changed: a depot’s settings, a vehicle, a schedule (dated or recurring), a charging station, something that a station was told to do, an alarm, a depot’s simulation, a member of staff, a refresh token, a sign-in, or the whole database, which was put back from a backup.',
})
export type AuditKind = z.infer<typeof AuditKind>

export const AuditAction = z.enum(AUDIT_ACTIONS).meta({
  id: 'AuditAction',
  description: 'What was done: `created`, `changed` or `deleted`.',
})
export type AuditAction = z.infer<typeof AuditAction>

const Properties = z.record(z.string(), z.unknown())

export const AuditEntry = z
  .object({
    id: z.string().meta({ description: 'The id of the entry.', example: 'audit_812' }),
    at: Timestamp.meta({ description: 'When the change was made.' }),
    by: z
      .object({
        kind: z.enum(['staff', 'token', 'system']).describe('A member of staff, a refresh token, or Readyline itself.'),
        id: z.string().describe('The id of the member of staff or of the token.'),
        name: z.string().describe('Its name at that time.'),
      })
      .describe('Who made the change.'),
    from: z.string().optional().describe('The network address that the call came from; left out: it came by no call.'),
    requestId: z.string().optional().describe('The `X-Request-Id` of the call, which lines of the log have too.'),
    kind: AuditKind,
    objectId: z.string().describe('The id of what was changed.'),
    action: AuditAction,
    vehicleId: z.string().optional().describe('The id of the vehicle that it is about or belongs to.'),
    locationUids: z.array(z.string()).optional().describe('The ids of the locations that it concerns.'),
    before: Properties.optional().describe(
      'The properties as they were: only those that differ. Left out: it was not there.',
    ),
    after: Properties.optional().describe(
      'The properties as they are since: only those that differ. Left out: it is gone.',
    ),
  })
  .meta({ id: 'AuditEntry' })
export type AuditEntry = z.infer<typeof AuditEntry>

export const AuditLog = z
  .object({
    entries: z.array(AuditEntry).describe('The latest first.'),
    before: z
      .string()
      .optional()
      .describe('Pass it as `before` for the entries before these; left out: there are none.'),
  })
  .meta({ id: 'AuditLog' })
export type AuditLog = z.infer<typeof AuditLog>
