import { and, desc, eq, inArray } from 'drizzle-orm'
import type { Context } from '@/lib/context'
import type { Import, ImportOrigin } from '@/lib/contract/import'
import { importRun } from '@/lib/db/schema/import'
import { listedImport } from '@/lib/imports/import-view'

const MOST = 100

/** The imports for the locations that the caller sees, the latest first. */
export async function listImports(
  { db, who }: Context,
  { locationUid, origin, limit = MOST }: { locationUid?: string; origin?: ImportOrigin; limit?: number },
): Promise<Import[]> {
  const rows = await db
    .select()
    .from(importRun)
    .where(
      and(
        who.locationUids ? inArray(importRun.locationUid, [...who.locationUids]) : undefined,
        locationUid === undefined ? undefined : eq(importRun.locationUid, locationUid),
        origin && eq(importRun.origin, origin),
      ),
    )
    .orderBy(desc(importRun.startedAt), desc(importRun.key))
    .limit(Math.min(limit, MOST))
  return rows.map((row) => listedImport(row, who))
}
