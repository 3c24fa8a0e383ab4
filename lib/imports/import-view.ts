import type { Import } from '@/lib/contract/import'
import { toTimestamp } from '@/lib/contract/timestamp'
import type { importRun } from '@/lib/db/schema/import'

export type ImportRow = typeof importRun.$inferSelect

const DAY_MS = 86_400_000

/** Until when an import can be undone, epoch ms. */
export function undoUntil({ updatedAt }: ImportRow): number {
  return updatedAt.getTime() + DAY_MS
}

/** An import as the API gives it. */
export function importView(row: ImportRow): Import {
  const { id, locationUid, name, byName, vehicles, schedules, leftOut, undone } = row
  return {
    ...{ id, locationUid, by: byName, vehicles, schedules, leftOut },
    ...(name !== null && { name }),
    startedAt: toTimestamp(row.startedAt.getTime()),
    updatedAt: toTimestamp(row.updatedAt.getTime()),
    undoUntil: toTimestamp(undoUntil(row)),
    ...(undone && { undone: { ...undone, at: toTimestamp(undone.at) } }),
  }
}
