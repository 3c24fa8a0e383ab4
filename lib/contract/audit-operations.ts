import { z } from 'zod'
import { AuditAction, AuditKind, AuditLog } from '@/lib/contract/audit'
import { operation } from '@/lib/contract/operation'
import { QueryInstant, QueryLimit, text } from '@/lib/contract/primitives'

const id = (description: string, example: string) => text(200).optional().meta({ description, example })

export const listAudit = operation({
  id: 'listAudit',
  method: 'GET',
  path: '/audit',
  tag: 'Audit',
  summary: 'List who changed what, the latest first',
  description:
    'Each change that a call or a command made has an entry with who made it, when and from where, and the properties before and after. Entries are written in the transaction of the change (a sign-in right after it) and are never altered or removed. What chargers report is not in it, nor are plans: charging events are a record of their own, and each schedule has the versions of its plan. A caller who is limited to locations sees the entries that concern one of these; of staff, tokens and sign-ins only those that reach no further.',
  permission: 'admin',
  query: z.object({
    from: QueryInstant.optional().meta({
      description: 'Only changes at or after this time.',
      example: '1764288000000',
    }),
    to: QueryInstant.optional().meta({ description: 'Only changes before this time.', example: '1764374400000' }),
    kind: AuditKind.optional().meta({ description: 'Only changes of this kind of object.', example: 'schedule' }),
    action: AuditAction.optional().meta({ description: 'Only creations, changes or deletions.', example: 'changed' }),
    objectId: id('Only changes of the object with this id; of an occurrence, those of its rule too.', 'bus-12'),
    vehicleId: id('Only changes of this vehicle and of its schedules.', 'bus-12'),
    locationUid: id('Only changes that concern this location.', 'example-depot'),
    by: id('Only changes by the member of staff or the token with this id.', 'tok_01JD3Z'),
    before: z
      .string()
      .regex(/^audit_\d{1,15}$/, 'must be the id of an entry, such as audit_812')
      .optional()
      .meta({ description: 'Only entries before the one with this id.', example: 'audit_812' }),
    limit: QueryLimit.optional().meta({ description: 'How many at most; 100 where it is left out.', example: '50' }),
  }),
  answers: { 200: { description: 'The entries', schema: AuditLog } },
})
