import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  doublePrecision,
  index,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
} from 'drizzle-orm/pg-core'
import { vehicle } from '@/lib/db/schema/vehicle'

const instant = (name?: string) => {
  const config = { withTimezone: true, mode: 'date', precision: 3 } as const
  return name === undefined ? timestamp(config) : timestamp(name, config)
}

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
    index('charging_event_disconnected').on(table.vehicleKey, table.timestamp).where(sql`type = 'ev-disconnected'`),
    index('charging_event_v2icp').on(table.vehicleKey, table.timestamp).where(sql`v2icp is not null`),
    index('charging_event_connector')
      .on(table.locationUid, table.stationId, table.evseId, table.connectorId, table.timestamp)
      .where(sql`type = 'connector-status'`),
    index('charging_event_stranger')
      .on(table.locationUid, table.macAddress, table.timestamp)
      .where(sql`vehicle_key is null and mac_address is not null`),
  ],
)

/**
 * A time in which a vehicle was connected, derived from its events and never changed by hand: a late event derives it
 * anew. `disconnectedAt` null: still connected.
 */
export const chargingSession = pgTable(
  'charging_session',
  {
    key: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    vehicleKey: bigint({ mode: 'number' })
      .notNull()
      .references(() => vehicle.key, { onDelete: 'cascade' }),
    locationUid: text(),
    stationId: text(),
    evseId: text(),
    connectorId: text(),
    transactionId: text(),
    connectedAt: instant().notNull(),
    disconnectedAt: instant(),
    /** Whether the vehicle was charging (or paused in the middle of it) at the last event. */
    charging: boolean().notNull(),
    /** The last power that was reported. */
    powerKw: doublePrecision(),
    lastEventAt: instant().notNull(),
  },
  (table) => [
    uniqueIndex('charging_session_begin').on(table.vehicleKey, table.connectedAt),
    index('charging_session_open').on(table.locationUid).where(sql`disconnected_at is null`),
  ],
)

/** What was really charged: means over at most a clock quarter-hour, derived from the metering of a session. */
export const meteredInterval = pgTable(
  'metered_interval',
  {
    vehicleKey: bigint({ mode: 'number' })
      .notNull()
      .references(() => vehicle.key, { onDelete: 'cascade' }),
    from: instant('from_at').notNull(),
    to: instant('to_at').notNull(),
    locationUid: text(),
    energyKwh: doublePrecision().notNull(),
    startSoc: doublePrecision(),
    endSoc: doublePrecision(),
  },
  (table) => [
    primaryKey({ columns: [table.vehicleKey, table.from] }),
    index('metered_interval_by_location').on(table.locationUid, table.from),
  ],
)
