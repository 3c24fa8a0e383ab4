import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  date,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core'
import type { Plan, PlanMeta } from '@/lib/contract/plan'
import { instant } from '@/lib/db/schema/instant'
import { location } from '@/lib/db/schema/location'
import { vehicle } from '@/lib/db/schema/vehicle'

/** What a sender says of a stay besides its times; the same for a dated stay and a rule. */
const details = {
  startSoc: doublePrecision(),
  targetSoc: doublePrecision().notNull(),
  minimumSoc: doublePrecision(),
  priority: integer().notNull(),
  externalId: text(),
  blockId: text(),
}

/** A recurring schedule: its identity. What it says is in its versions, one of which is in force at a time. */
export const rule = pgTable(
  'rule',
  {
    key: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    id: text().notNull().unique(),
    vehicleKey: bigint({ mode: 'number' })
      .notNull()
      .references(() => vehicle.key),
    /** Only occurrences that depart after this exist. */
    postedAt: instant().notNull(),
    /** Set when the rule was removed but has history: what began before stays. */
    endedAt: instant(),
  },
  (table) => [index('rule_by_vehicle').on(table.vehicleKey)],
)

/**
 * What a rule says from `validFrom` until `validTo` (null: in force). An occurrence belongs to the version that was in
 * force when it began; dates that an earlier version has begun do not come again in a later one.
 */
export const ruleVersion = pgTable(
  'rule_version',
  {
    key: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    ruleKey: bigint({ mode: 'number' })
      .notNull()
      .references(() => rule.key, { onDelete: 'cascade' }),
    validFrom: instant().notNull(),
    validTo: instant(),
    locationUid: text()
      .notNull()
      .references(() => location.uid),
    recurrenceRule: text().notNull(),
    /** The zone that it recurs in: the location's when it was said. A later zone makes a new version. */
    timeZone: text().notNull(),
    /** The first arrival and departure as posted; later ones keep their wall-clock times in the location's zone. */
    arrival: instant().notNull(),
    departure: instant().notNull(),
    ...details,
    /** A plan that the sender posted for every occurrence. */
    plan: jsonb().$type<Plan>(),
    planMeta: jsonb().$type<PlanMeta>(),
  },
  (table) => [
    index('rule_version_by_rule').on(table.ruleKey),
    index('rule_version_by_location').on(table.locationUid, table.validTo),
  ],
)

/** The properties that were changed for one occurrence; absent: as the rule says; null: cleared. Instants are epoch ms. */
export type OccurrenceChange = Partial<StayDetails> & {
  locationUid?: string
  arrival?: number
  departure?: number
  /** When the occurrence began, where its arrival was changed after that: it still belongs to the version of that moment. */
  begunAt?: number
}

/** One occurrence of a rule that was changed or skipped (RFC 5545's RECURRENCE-ID and EXDATE). */
export const ruleException = pgTable(
  'rule_exception',
  {
    ruleKey: bigint({ mode: 'number' })
      .notNull()
      .references(() => rule.key, { onDelete: 'cascade' }),
    /** The local date of the occurrence's original arrival. */
    originalDate: date({ mode: 'string' }).notNull(),
    skipped: boolean().notNull(),
    changes: jsonb().$type<OccurrenceChange>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.ruleKey, table.originalDate] })],
)

/**
 * A dated schedule, or an occurrence once it is planned, changed or begun. A vehicle has at most one stay with a given
 * departure: that constraint is deferrable (departures may be swapped inside one statement), so it is in a hand-written
 * migration.
 */
export const stay = pgTable(
  'stay',
  {
    key: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    id: text().notNull().unique(),
    vehicleKey: bigint({ mode: 'number' })
      .notNull()
      .references(() => vehicle.key),
    locationUid: text()
      .notNull()
      .references(() => location.uid),
    arrival: instant().notNull(),
    departure: instant().notNull(),
    ...details,
    ruleKey: bigint({ mode: 'number' }).references(() => rule.key),
    ruleVersionKey: bigint({ mode: 'number' }).references(() => ruleVersion.key),
    originalDate: date({ mode: 'string' }),
    /** What the chargers said of this stay; null while they have said nothing. */
    connectedAt: instant(),
    disconnectedAt: instant(),
    chargingStartedAt: instant(),
    chargingEndedAt: instant(),
    measuredStartSoc: doublePrecision(),
    measuredSoc: doublePrecision(),
    measuredSocAt: instant(),
    /** Since when it is to charge at once, and by whose word; null: nobody asked, or it is done. */
    chargeNowSince: instant(),
    chargeNowBy: text(),
    createdAt: instant().notNull().defaultNow(),
    updatedAt: instant().notNull().defaultNow(),
  },
  (table) => [
    uniqueIndex('stay_rule_date_unique').on(table.ruleKey, table.originalDate),
    index('stay_by_location').on(table.locationUid, table.departure, table.arrival),
    /** Few stays have a vehicle connected; by departure, a vehicle's are found by the constraint. */
    index('stay_connected').on(table.vehicleKey).where(sql`connected_at is not null and disconnected_at is null`),
  ],
)

export type StayDetails = Pick<typeof stay.$inferSelect, keyof typeof details>
