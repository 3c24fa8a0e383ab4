import { boolean, doublePrecision, jsonb, pgTable, text, timestamp } from 'drizzle-orm/pg-core'
import type { BaseLoad, PowerLimits, PowerRule, Tariff } from '@/lib/db/schema/settings'

/** A depot and its settings. There is no delete: schedules refer to it for good. */
export const location = pgTable('location', {
  uid: text().primaryKey(),
  createdAt: timestamp({ withTimezone: true, mode: 'date' }).notNull().defaultNow(),
  updatedAt: timestamp({ withTimezone: true, mode: 'date' }).notNull().defaultNow(),
  locationId: text(),
  name: text(),
  address: text(),
  city: text(),
  postalCode: text(),
  country: text(),
  countryCode: text(),
  lat: doublePrecision(),
  lng: doublePrecision(),
  timeZone: text().notNull(),
  powerLimitKw: doublePrecision(),
  powerLimits: jsonb().$type<PowerLimits>(),
  chargingEfficiency: doublePrecision().notNull(),
  baseLoad: jsonb().$type<BaseLoad>(),
  tariff: jsonb().$type<Tariff>(),
  strategy: text().notNull(),
  targetSoc: doublePrecision().notNull(),
  minimumSoc: doublePrecision().notNull(),
  bulkSoc: doublePrecision().notNull(),
  departureMarginMinutes: doublePrecision().notNull(),
  readyBufferMinutes: doublePrecision().notNull(),
  assumedArrivalSoc: doublePrecision().notNull(),
  controlChargers: boolean().notNull(),
  powerRules: jsonb().$type<PowerRule[]>().notNull(),
})
