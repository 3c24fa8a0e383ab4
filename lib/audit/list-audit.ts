import {
  and,
  arrayContained,
  arrayContains,
  arrayOverlaps,
  desc,
  eq,
  gte,
  lt,
  notInArray,
  or,
  type SQL,
  sql,
} from 'drizzle-orm'
import type { Properties } from '@/lib/audit/changed-properties'
import { inContractOrder } from '@/lib/audit/in-contract-order'
import { type Context, canSeeLocation, type Principal } from '@/lib/context'
import type { AuditAction, AuditEntry, AuditKind, AuditLog } from '@/lib/contract/audit'
import { keyInId } from '@/lib/contract/key-in-id'
import { toTimestamp } from '@/lib/contract/timestamp'
import type { Database } from '@/lib/db/client'
import { AUDIT_FACETS, auditEntry } from '@/lib/db/schema/audit'

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
  const times = and(...timesOf(query))
  const rows = await latestEntries(db, times, and(times, seenBy(who), ...propertiesOf(query)), limit + 1)
  const entries = rows.slice(0, limit).map((row) => entryOf(who, row))
  const last = entries.at(-1)
  return { entries, ...(rows.length > limit && last && { before: last.id }) }
}

/** So many of the latest entries are looked through in their order before all that fit are gathered. */
const LATEST = 10_000

/**
 * Of the entries of these times, the latest that fit. Nobody knows beforehand how many do: those that are frequent are
 * found among the latest, an entry after the other, and those that are rare by the indexes of what is asked for. Left to
 * itself, PostgreSQL takes the rare for frequent and reads a log of years from end to end.
 */
async function latestEntries(db: Database, times: SQL | undefined, fitting: SQL | undefined, count: number) {
  const { at, key } = auditEntry
  const inOrder = [desc(at), desc(key)]
  const edgeOf = db.select({ at, key }).from(auditEntry).where(times)
  const [edge] = await edgeOf
    .orderBy(...inOrder)
    .offset(LATEST)
    .limit(1)
  const entries = (where: SQL | undefined) => db.select().from(auditEntry).where(where).limit(count)
  if (!edge) return entries(fitting).orderBy(...inOrder)
  const isLate = sql`(${at}, ${key}) > (${edge.at.toISOString()}::timestamptz, ${edge.key}::bigint)`
  const late = await entries(and(fitting, isLate)).orderBy(...inOrder)
  if (late.length === count) return late
  // A sum is in no index: all that fit are found first, then put in order.
  return entries(fitting).orderBy(desc(sql`${at} + interval '0'`), desc(key))
}

/** Who may come in is seen as in the lists of staff and tokens: where it reaches no further than the caller. */
const OF_ACCESS: AuditKind[] = ['staff', 'token', 'session']

function seenBy({ locationUids }: Principal): SQL | undefined {
  if (locationUids === null) return undefined
  const { kind, locationUids: of } = auditEntry
  const own = [...locationUids]
  const isOwn = and(arrayOverlaps(of, own), arrayOverlaps(AUDIT_FACETS, sql`${sql.param(own, of)}::text[]`))
  return and(isOwn, or(notInArray(kind, OF_ACCESS), arrayContained(of, own)))
}

const when = <T>(value: T | undefined, condition: (value: T) => SQL | undefined) =>
  value === undefined ? undefined : condition(value)

function timesOf({ from, to, before }: AuditQuery) {
  return [
    when(from, (time) => gte(auditEntry.at, new Date(time))),
    when(to, (time) => lt(auditEntry.at, new Date(time))),
    when(before, (id) => isBefore(keyInId(id, PREFIX))),
  ]
}

const OCCURRENCE = /^(.+):\d{8}$/

/** The entries of an object; what was said of a rule was said of each of its occurrences. */
function isOf(objectId: string): SQL | undefined {
  const { objectId: id, kind } = auditEntry
  const [, ruleId] = OCCURRENCE.exec(objectId) ?? []
  return ruleId === undefined ? eq(id, objectId) : or(eq(id, objectId), and(eq(id, ruleId), eq(kind, 'schedule')))
}

function propertiesOf({ kind, action, objectId, vehicleId, locationUid, by }: AuditQuery) {
  const facets = [kind, action, locationUid, by].filter((facet) => facet !== undefined)
  return [
    facets.length > 0
      ? arrayContains(AUDIT_FACETS, sql`${sql.param(facets, auditEntry.locationUids)}::text[]`)
      : undefined,
    when(kind, (value) => eq(auditEntry.kind, value)),
    when(action, (value) => eq(auditEntry.action, value)),
    when(objectId, isOf),
    when(vehicleId, (id) => eq(auditEntry.vehicleId, id)),
    when(locationUid, (uid) => arrayOverlaps(auditEntry.locationUids, [uid])),
    when(by, (id) => eq(auditEntry.byId, id)),
  ]
}

/** Entries are in the order of their times; those of one moment in the order of their keys. An unknown one has none before it. */
function isBefore(key: number): SQL {
  const { at, key: ownKey } = auditEntry
  return sql`(${at}, ${ownKey}) < (select e.at, e.key from audit_entry e where e.key = ${key})`
}

const PREFIX = 'audit_'

function entryOf(who: Principal, row: typeof auditEntry.$inferSelect): AuditEntry {
  const kind = row.kind as AuditKind
  const said = (properties: Properties) => inContractOrder(kind, withoutHidden(who, properties))
  return {
    id: `${PREFIX}${row.key}`,
    at: toTimestamp(row.at.getTime()),
    by: { kind: row.byKind as AuditEntry['by']['kind'], id: row.byId, name: row.byName },
    ...(row.fromAddress !== null && { from: row.fromAddress }),
    ...(row.requestId !== null && { requestId: row.requestId }),
    kind,
    objectId: row.objectId,
    action: row.action as AuditAction,
    ...(row.vehicleId !== null && { vehicleId: row.vehicleId }),
    ...(row.locationUids !== null && { locationUids: row.locationUids.filter((uid) => canSeeLocation(who, uid)) }),
    ...(row.before !== null && { before: said(row.before) }),
    ...(row.after !== null && { after: said(row.after) }),
  }
}

/** The ids of locations that the caller does not see are left out, as they are of a vehicle. */
function withoutHidden(who: Principal, { locationUid, ...properties }: Properties): Properties {
  const seen = [locationUid].flat().filter((uid) => typeof uid === 'string' && canSeeLocation(who, uid))
  if (Array.isArray(locationUid)) return { ...properties, locationUid: seen }
  return seen.length > 0 ? { ...properties, locationUid } : properties
}
