import { bigint, index, integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core'
import type { ImportOrigin } from '@/lib/contract/import'
import { instant } from '@/lib/db/schema/instant'

/** What an import left out, and why. */
export type LeftOut = { row: string; reason: string }
/** A call of an import: its changes are the audit entries of this person, request and moment. */
export type ImportCall = { requestId: string | null; at: number }
/** That an import was undone. */
export type ImportUndone = {
  at: number
  by: string
  restored: number
  kept: { kind: 'vehicle' | 'schedule'; id: string; vehicleId: string; reason: string }[]
}

/** An import of vehicles and schedules. What it changed is in the audit log. */
export const importRun = pgTable(
  'import_run',
  {
    key: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    id: text().notNull().unique(),
    locationUid: text().notNull(),
    name: text(),
    /** From a file, or a change of many vehicles by hand (`edit`). */
    origin: text().$type<ImportOrigin>().notNull().default('file'),
    /** Who: as `Principal`. */
    byId: text().notNull(),
    byName: text().notNull(),
    startedAt: instant().notNull(),
    updatedAt: instant().notNull(),
    vehicles: integer().notNull(),
    schedules: integer().notNull(),
    leftOut: jsonb().$type<LeftOut[]>().notNull(),
    calls: jsonb().$type<ImportCall[]>().notNull(),
    undone: jsonb().$type<ImportUndone>(),
  },
  (table) => [index('import_run_by_location').on(table.locationUid, table.startedAt)],
)
