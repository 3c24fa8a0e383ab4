import { sql } from 'drizzle-orm'
import { type BeforeAndAfter, changedProperties } from '@/lib/audit/changed-properties'
import type { Context } from '@/lib/context'
import type { AuditKind } from '@/lib/contract/audit'
import { rowsParameter } from '@/lib/db/rows-parameter'
import { currentRequest } from '@/lib/log'

/** What was changed, what it was and what it is, by the API's names and without secrets. */
export type Change = BeforeAndAfter & {
  kind: AuditKind
  objectId: string
  vehicleId?: string
  /** The locations that it concerns, those that it left too; left out: the installation. */
  locationUids?: readonly (string | undefined)[]
}

/** So many are one statement: a batch with thousands of schedules holds neither the event loop nor much memory. */
const MOST_AT_ONCE = 500

/**
 * Writes who changed what, in the transaction of the change (`context.db`): the one is stored with the other or not at all.
 * A change in which nothing differs is none, and has no entry.
 */
export async function recordChanges(context: Omit<Context, 'now'> & { now: number }, changes: readonly Change[]) {
  for (let from = 0; from < changes.length; from += MOST_AT_ONCE)
    await record(context, changes.slice(from, from + MOST_AT_ONCE))
}

async function record({ db, who, now }: Context, changes: readonly Change[]): Promise<void> {
  const rows = changes.flatMap((change) => rowOf(change) ?? [])
  if (rows.length === 0) return
  const { requestId = null, from = null } = currentRequest() ?? {}
  await db.execute(sql`
    insert into audit_entry
      (at, by_kind, by_id, by_name, from_address, request_id, kind, object_id, action, vehicle_id, location_uids, before, after)
    select ${new Date(now).toISOString()}::timestamptz, ${who.kind}, ${who.id}, ${who.name}, ${from}, ${requestId},
      kind, "objectId", action, "vehicleId",
      (select array_agg(uid) from jsonb_array_elements_text("locationUids") uid), before, after
    from jsonb_to_recordset(${rowsParameter(rows)})
      as r(kind text, "objectId" text, action text, "vehicleId" text, "locationUids" jsonb, before jsonb, after jsonb)`)
}

function rowOf({ kind, objectId, vehicleId, locationUids, ...change }: Change) {
  const different = changedProperties(change)
  if (!different) return null
  const action = different.before === null ? 'created' : different.after === null ? 'deleted' : 'changed'
  const places = locationUids && [...new Set(locationUids.filter((uid) => uid !== undefined))]
  return { kind, objectId, vehicleId, action, locationUids: places?.length ? places : undefined, ...different }
}
