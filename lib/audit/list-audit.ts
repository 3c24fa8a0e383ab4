import { and, arrayOverlaps, desc, eq, gte, lt, type SQL, sql } from 'drizzle-orm'
import type { Context } from '@/lib/context'
import type { AuditAction, AuditEntry, AuditKind, AuditLog } from '@/lib/contract/audit'
import { toTimestamp } from '@/lib/contract/timestamp'
import { auditEntry } from '@/lib/db/schema/audit'

const USUAL = 100

/** Instants in epoch ms; `before` is the id of an entry. */
export type AuditQuery = {
  from?: number
  to?: number
  kind?: AuditKind
  action?: AuditAction
  objectId?: string
  vehicleId?: string
  locationUid?: string
  by?: string
  before?: string
  limit?: number
}

/** Who changed what, the latest first. `before` of the answer goes on from there. */
export async function listAudit({ db, who }: Context, query: AuditQuery): Promise<AuditLog> {
  const limit = query.limit ?? USUAL
  const seen = who.locationUids === null ? undefined : arrayOverlaps(auditEntry.locationUids, [...who.locationUids])
  const rows = await db
    .select()
    .from(auditEntry)
    .where(and(seen, ...conditionsOf(query)))
    .orderBy(desc(auditEntry.at), desc(auditEntry.key))
    .limit(limit + 1)
  const entries = rows.slice(0, limit).map(entryOf)
  const last = entries.at(-1)
  return { entries, ...(rows.length > limit && last && { before: last.id }) }
}

function conditionsOf({ from, to, kind, action, objectId, vehicleId, locationUid, by, before }: AuditQuery) {
  const when = <T>(value: T | undefined, condition: (value: T) => SQL) =>
    value === undefined ? undefined : condition(value)
  return [
    when(from, (time) => gte(auditEntry.at, new Date(time))),
    when(to, (time) => lt(auditEntry.at, new Date(time))),
    when(kind, (value) => eq(auditEntry.kind, value)),
    when(action, (value) => eq(auditEntry.action, value)),
    when(objectId, (id) => eq(auditEntry.objectId, id)),
    when(vehicleId, (id) => eq(auditEntry.vehicleId, id)),
    when(locationUid, (uid) => arrayOverlaps(auditEntry.locationUids, [uid])),
    when(by, (id) => eq(auditEntry.byId, id)),
    when(before, (id) => isBefore(Number(id.slice(PREFIX.length)))),
  ]
}

/** Entries are in the order of their times; those of one moment in the order of their keys. An unknown one has none before it. */
function isBefore(key: number): SQL {
  const { at, key: ownKey } = auditEntry
  return sql`(${at}, ${ownKey}) < (select e.at, e.key from audit_entry e where e.key = ${key})`
}

const PREFIX = 'audit_'

function entryOf(row: typeof auditEntry.$inferSelect): AuditEntry {
  return {
    id: `${PREFIX}${row.key}`,
    at: toTimestamp(row.at.getTime()),
    by: { kind: row.byKind as AuditEntry['by']['kind'], id: row.byId, name: row.byName },
    ...(row.fromAddress !== null && { from: row.fromAddress }),
    ...(row.requestId !== null && { requestId: row.requestId }),
    kind: row.kind as AuditKind,
    objectId: row.objectId,
    action: row.action as AuditAction,
    ...(row.vehicleId !== null && { vehicleId: row.vehicleId }),
    ...(row.locationUids !== null && { locationUids: row.locationUids }),
    ...(row.before !== null && { before: row.before }),
    ...(row.after !== null && { after: row.after }),
  }
}
