import type { Principal } from '@/lib/context'
import type { Import } from '@/lib/contract/import'
import { toTimestamp } from '@/lib/contract/timestamp'
import type { importRun } from '@/lib/db/schema/import'
import { DAY_MS } from '@/lib/time/interval'

export type ImportRow = typeof importRun.$inferSelect

/** Until when an import can be undone, epoch ms. */
export function undoUntil({ updatedAt }: ImportRow): number {
  return updatedAt.getTime() + DAY_MS
}

/** Whether nothing more comes to an import: it takes a day at most. */
export function isOver({ startedAt }: ImportRow, now: number): boolean {
  return startedAt.getTime() + DAY_MS < now
}

/** An import as the API gives it. Whoever is narrowed to locations is told nothing of others, which reasons may name. */
export function importView(row: ImportRow, who: Principal): Import {
  const { id, locationUid, name, origin, byName, vehicles, schedules, undone } = row
  const seesAll = who.locationUids === null || row.byId === who.id
  const leftOut = seesAll ? row.leftOut : row.leftOut.map((one) => ({ ...one, reason: 'It was not imported.' }))
  return {
    ...{ id, locationUid, origin, by: byName, vehicles, schedules, leftOut, leftOutCount: leftOut.length },
    ...(name !== null && { name }),
    startedAt: toTimestamp(row.startedAt.getTime()),
    updatedAt: toTimestamp(row.updatedAt.getTime()),
    undoUntil: toTimestamp(undoUntil(row)),
    ...(undone && { undone: { ...undone, at: toTimestamp(undone.at), kept: seesAll ? undone.kept : [] } }),
  }
}

/** Of what an import left, a list of imports gives so much. */
const MOST_LISTED = 20

/** As `importView`, short. */
export function listedImport(row: ImportRow, who: Principal): Import {
  const { undone, ...view } = importView(row, who)
  return {
    ...view,
    leftOut: view.leftOut.slice(0, MOST_LISTED),
    ...(undone && { undone: { ...undone, kept: undone.kept.slice(0, MOST_LISTED) } }),
  }
}
