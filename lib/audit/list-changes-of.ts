import { and, desc, eq, inArray } from 'drizzle-orm'
import type { Properties } from '@/lib/audit/changed-properties'
import type { Database } from '@/lib/db/client'
import { auditEntry } from '@/lib/db/schema/audit'

/** A call by its request's id and its moment (epoch ms). */
export type Call = { requestId: string | null; at: number }

/** A change of a vehicle or a schedule, as it was recorded. */
export type RecordedChange = {
  kind: 'vehicle' | 'schedule'
  objectId: string
  vehicleId: string
  /** The locations that it concerns, those that it left too; null: the installation. */
  locationUids: string[] | null
  before: Properties | null
  after: Properties | null
}

/** What calls of one person or token changed of vehicles and schedules, the last change first. */
export async function listChangesOf(db: Database, byId: string, calls: readonly Call[]): Promise<RecordedChange[]> {
  if (calls.length === 0) return []
  const times = [...new Set(calls.map(({ at }) => at))].map((at) => new Date(at))
  const rows = await db
    .select()
    .from(auditEntry)
    .where(
      and(
        eq(auditEntry.byId, byId),
        inArray(auditEntry.at, times),
        inArray(auditEntry.kind, ['vehicle', 'schedule'] satisfies RecordedChange['kind'][]),
      ),
    )
    .orderBy(desc(auditEntry.key))
  const made = new Set(calls.map(({ requestId, at }) => `${at} ${requestId}`))
  return rows
    .filter(({ at, requestId }) => made.has(`${at.getTime()} ${requestId}`))
    .flatMap(({ kind, objectId, vehicleId, locationUids, before, after }) =>
      vehicleId === null
        ? []
        : [{ kind: kind as RecordedChange['kind'], objectId, vehicleId, locationUids, before, after }],
    )
}
