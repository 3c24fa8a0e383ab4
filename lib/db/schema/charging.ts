import { sql } from 'drizzle-orm'
import { bigint, doublePrecision, index, jsonb, pgTable, text, timestamp } from 'drizzle-orm/pg-core'
import { vehicle } from '@/lib/db/schema/vehicle'

const instant = () => timestamp({ withTimezone: true, mode: 'date', precision: 3 })

/** What the chargers reported: appended, never changed. */
export const chargingEvent = pgTable(
  'charging_event',
  {
    key: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    id: text().notNull().unique(),
    type: text().notNull(),
    timestamp: instant().notNull(),
    receivedAt: instant().notNull().defaultNow(),
    vehicleKey: bigint({ mode: 'number' }).references(() => vehicle.key),
    macAddress: text(),
    locationUid: text(),
    stationId: text(),
    evseId: text(),
    connectorId: text(),
    transactionId: text(),
    soc: doublePrecision(),
    powerKw: doublePrecision(),
    energyKwh: doublePrecision(),
    odometer: doublePrecision(),
    reason: text(),
    status: text(),
    errorCode: text(),
    v2icp: jsonb(),
  },
  (table) => [
    index('charging_event_by_vehicle').on(table.vehicleKey, table.timestamp),
    index('charging_event_by_location').on(table.locationUid, table.timestamp),
    index('charging_event_by_transaction').on(table.transactionId).where(sql`transaction_id is not null`),
  ],
)
