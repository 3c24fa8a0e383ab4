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
  uniqueIndex,
} from 'drizzle-orm/pg-core'
import { instant } from '@/lib/db/schema/instant'
import { vehicle } from '@/lib/db/schema/vehicle'

/**
 * What the chargers reported, as it was reported: appended, never changed. What of it is believed is decided when
 * something is derived from it.
 */
export const chargingEvent = pgTable(
  'charging_event',
  {
    key: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    /** Within what the id is unique: a location, or the caller that names none. */
    scope: text().notNull().default(''),
    id: text().notNull(),
    /** A hash of what was sent, so that the same id with other content is noticed; null: from before there was one. */
    fingerprint: text(),
    type: text().notNull(),
    timestamp: instant().notNull(),
    /** The time is that of the receipt, because the charger's clock was wrong. */
    estimated: boolean().notNull().default(false),
    /** Values that could not be taken, as they were sent. */
    setAside: jsonb().$type<Record<string, unknown>>(),
    receivedAt: instant().notNull().defaultNow(),
    vehicleKey: bigint({ mode: 'number' }).references(() => vehicle.key),
    /** Given to its vehicle when that was registered; its sender has not heard of that yet. */
    adopted: boolean().notNull().default(false),
    macAddress: text(),
    locationUid: text(),
    stationId: text(),
    evseId: text(),
    connectorId: text(),
    transactionId: text(),
    soc: doublePrecision(),
    powerKw: doublePrecision(),
    energyKwh: doublePrecision(),
    meterKwh: doublePrecision(),
    odometer: doublePrecision(),
    reason: text(),
    status: text(),
    errorCode: text(),
    v2icp: jsonb(),
  },
  (table) => [
    uniqueIndex('charging_event_scope_id').on(table.scope, table.id),
    index('charging_event_by_vehicle').on(table.vehicleKey, table.timestamp),
    index('charging_event_by_location').on(table.locationUid, table.timestamp),
    index('charging_event_by_transaction').on(table.transactionId).where(sql`transaction_id is not null`),
    /** In the order in which they are removed. */
    index('charging_event_meter').on(table.timestamp, table.key).where(sql`type = 'meter'`),
    index('charging_event_v2icp').on(table.vehicleKey, table.timestamp).where(sql`v2icp is not null`),
    /** From connector to connector: what is not said is no difference. */
    index('charging_event_by_connector')
      .on(
        table.locationUid,
        sql`coalesce(station_id, '')`,
        sql`coalesce(evse_id, '')`,
        sql`coalesce(connector_id, '')`,
        table.timestamp,
      )
      .where(sql`type = 'connector-status'`),
    index('charging_event_at_place')
      .on(sql`coalesce(station_id, '')`, table.timestamp)
      .where(sql`type in ('ev-connected', 'charging-started', 'connector-status')`),
    index('charging_event_stranger')
      .on(table.locationUid, table.macAddress, table.timestamp)
      .where(sql`vehicle_key is null and type <> 'connector-status'`),
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
    /** Meter values have come in it, so that their absence says something. */
    reportsMeter: boolean().notNull().default(false),
    /** The last word of the vehicle, or of its connector that it is occupied. */
    lastEventAt: instant().notNull(),
  },
  (table) => [
    uniqueIndex('charging_session_begin').on(table.vehicleKey, table.connectedAt),
    index('charging_session_open').on(table.locationUid).where(sql`disconnected_at is null`),
    index('charging_session_at_place').on(sql`coalesce(station_id, '')`, table.connectedAt),
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
