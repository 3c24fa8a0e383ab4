import { sql } from 'drizzle-orm'
import { bigint, index, jsonb, pgTable, text } from 'drizzle-orm/pg-core'
import { instant } from '@/lib/db/schema/instant'

/** The locations that an entry concerns, its kind, its action and the id of whose it is; an index has them together. */
export const AUDIT_FACETS = sql.raw('(location_uids || array[kind, action, by_id])')

/**
 * Each change that somebody made, written in the transaction of the change. Rows are only added: triggers in a
 * hand-written migration refuse every update, delete and truncation. Without references: an entry outlives what it is about.
 */
export const auditEntry = pgTable(
  'audit_entry',
  {
    key: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    at: instant().notNull(),
    /** Who: as `Principal`. */
    byKind: text().notNull(),
    byId: text().notNull(),
    byName: text().notNull(),
    /** The address of the other end; null: the change came by no request. */
    fromAddress: text(),
    requestId: text(),
    kind: text().notNull(),
    objectId: text().notNull(),
    action: text().notNull(),
    vehicleId: text(),
    /** The locations that it concerns; null: the installation. */
    locationUids: text().array(),
    /** The properties that differ, by the API's names; null: there was, or there is, nothing. */
    before: jsonb().$type<Record<string, unknown>>(),
    after: jsonb().$type<Record<string, unknown>>(),
  },
  // A page is read from an index, whichever property it is asked by: the log of years stays quick.
  (table) => [
    index('audit_entry_by_time').on(table.at, table.key),
    index('audit_entry_by_object').on(table.objectId, table.at, table.key),
    index('audit_entry_by_vehicle').on(table.vehicleId, table.at, table.key),
    index('audit_entry_by_kind').on(table.kind, table.at, table.key),
    index('audit_entry_by_action').on(table.action, table.at, table.key),
    index('audit_entry_by_person').on(table.byId, table.at, table.key),
    // What is rare only together (a kind at a depot, by a token) is found by one look into all of their lists.
    index('audit_entry_by_facets').using('gin', AUDIT_FACETS),
  ],
)
