import { sql } from 'drizzle-orm'
import { bigint, boolean, doublePrecision, index, integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core'
import { instant } from '@/lib/db/schema/instant'
import { location } from '@/lib/db/schema/location'

/** An evse as the registry says it; a station may report more of them. */
export type RegisteredEvse = {
  evseId: number
  connectors: { connectorId: number; type?: string }[]
  minPowerkW?: number
  maxPowerkW?: number
  parkingPlace?: string
}

/** A charging station of the registry: one OCPP identity. */
export const chargingStation = pgTable(
  'charging_station',
  {
    id: text().primaryKey(),
    locationUid: text()
      .notNull()
      .references(() => location.uid, { onDelete: 'cascade' }),
    name: text(),
    maxPowerKw: doublePrecision(),
    safePowerKw: doublePrecision(),
    allowRestart: boolean().notNull(),
    allowWithoutPassword: boolean().notNull(),
    evses: jsonb().$type<RegisteredEvse[]>().notNull(),
    /** SHA-256 of the password, in hex; null: none was made. */
    passwordHash: text(),
    createdAt: instant().notNull().defaultNow(),
    updatedAt: instant().notNull().defaultNow(),
  },
  (table) => [index('charging_station_by_location').on(table.locationUid)],
)

/**
 * What a station has said of itself, and who holds its connection. A row of its own, written with every message by the
 * process that holds the connection and by no other: `connectionId` is the fence.
 */
export const stationState = pgTable('station_state', {
  stationId: text()
    .primaryKey()
    .references(() => chargingStation.id, { onDelete: 'cascade' }),
  /** The connection that counts; null: the last one has ended. */
  connectionId: text(),
  instanceId: text(),
  protocol: text(),
  connectedAt: instant(),
  lastSeen: instant(),
  /** `StationState`: what its messages have told so far. */
  state: jsonb().$type<Record<string, unknown>>().notNull(),
})

/**
 * What a station was told by charging profiles and how it follows them (the gateway's `StationControl`), and what pages
 * show of it. Any process may decide what is sent; the one that holds the connection sends it.
 */
export const stationControl = pgTable('station_control', {
  stationId: text()
    .primaryKey()
    .references(() => chargingStation.id, { onDelete: 'cascade' }),
  control: jsonb().$type<Record<string, unknown>>().notNull(),
  shown: jsonb().$type<ShownControl>().notNull(),
  updatedAt: instant().notNull(),
})

/**
 * How a station is steered, and the limit of each evse by its number: until when it holds, for which transaction (absent:
 * any), and what holds after that. `safeKw`: what each of its evses may draw when nothing else is said; absent where it follows nothing.
 * `cannotPause`: the numbers of the evses whose vehicles did not come back after a pause.
 */
export type ShownControl = {
  steerable?: string
  safeKw?: number
  cannotPause?: string[]
  limits: Record<string, ShownLimit>
}
export type ShownLimit = {
  course: { from: number; kw: number }[]
  transactionId?: string
  until?: number
  afterKw?: number
}

/** A process that holds connections of stations; one that has not been seen for long is gone, and its stations offline. */
export const gatewayInstance = pgTable('gateway_instance', {
  id: text().primaryKey(),
  startedAt: instant().notNull().defaultNow(),
  seenAt: instant().notNull(),
})

/** An identity that tried to connect and was refused. */
export const stationWaiting = pgTable(
  'station_waiting',
  {
    id: text().primaryKey(),
    firstSeen: instant().notNull(),
    lastSeen: instant().notNull(),
    attempts: integer().notNull(),
    reason: text().notNull(),
    /** SHA-256 of the password that it tried last; null: it tried none. */
    passwordHash: text(),
  },
  (table) => [index('station_waiting_by_time').on(table.lastSeen)],
)

/** What a station is to be told. The row is the truth; a notification only wakes the process that holds its connection. */
export const stationCommand = pgTable(
  'station_command',
  {
    key: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    stationId: text()
      .notNull()
      .references(() => chargingStation.id, { onDelete: 'cascade' }),
    type: text().notNull(),
    payload: jsonb().$type<Record<string, unknown>>().notNull(),
    status: text().notNull(),
    words: text(),
    createdBy: text().notNull(),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
  },
  (table) => [
    index('station_command_by_station').on(table.stationId, table.key),
    index('station_command_open').on(table.stationId).where(sql`status in ('waiting', 'sent')`),
  ],
)

/** The raw messages of a station, both directions. Without a reference to it: they stay when it is deleted. */
export const stationMessage = pgTable(
  'station_message',
  {
    key: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    stationId: text().notNull(),
    at: instant().notNull(),
    direction: text().notNull(),
    action: text().notNull(),
    messageId: text().notNull(),
    payload: jsonb().$type<unknown>(),
    error: text(),
  },
  (table) => [
    index('station_message_by_station').on(table.stationId, table.at),
    index('station_message_by_time').on(table.at),
  ],
)
