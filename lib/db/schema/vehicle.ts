import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
} from 'drizzle-orm/pg-core'
import { location } from '@/lib/db/schema/location'

export type V2icpParametersValue = { ambientTemp?: number; interiorHvac?: string; preconditioning?: boolean }
export type ChargingCurveValue = { soc: number; powerkW: number }[]
export type PreconditioningValue = {
  vehiclePreconditioningEnergykWh?: number
  vehiclePreconditioningTimeMs?: number
  batteryPreconditioningTimeMs?: number
}

/** A vehicle. `key` is ours for good; `id` is the sender's and can come again after a delete. */
export const vehicle = pgTable(
  'vehicle',
  {
    key: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    id: text().notNull(),
    createdAt: timestamp({ withTimezone: true, mode: 'date' }).notNull().defaultNow(),
    updatedAt: timestamp({ withTimezone: true, mode: 'date' }).notNull().defaultNow(),
    deletedAt: timestamp({ withTimezone: true, mode: 'date' }),
    name: text(),
    evModel: text(),
    licensePlate: text(),
    notes: text(),
    vin: text(),
    fullChargeEnergyKwh: doublePrecision(),
    maxChargePowerKw: doublePrecision(),
    minChargePowerKw: doublePrecision().notNull(),
    minPreconditioningPowerKw: doublePrecision(),
    consumption: doublePrecision(),
    supportsPauseResume: boolean().notNull(),
    enableChargeScheduling: boolean().notNull(),
    v2icpParameters: jsonb().$type<V2icpParametersValue>(),
    preconditioning: jsonb().$type<PreconditioningValue>(),
    chargingCurve: jsonb().$type<ChargingCurveValue>(),
    /** The last V2ICP message as `V2icpInfo`; set by charging events only. */
    v2icp: jsonb().$type<Record<string, unknown>>(),
  },
  (table) => [uniqueIndex('vehicle_id_unique').on(table.id).where(sql`deleted_at is null`)],
)

/** Which depots a vehicle belongs to, in the sender's order. */
export const vehicleLocation = pgTable(
  'vehicle_location',
  {
    vehicleKey: bigint({ mode: 'number' })
      .notNull()
      .references(() => vehicle.key, { onDelete: 'cascade' }),
    locationUid: text()
      .notNull()
      .references(() => location.uid),
    position: integer().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.vehicleKey, table.locationUid] }),
    index('vehicle_location_by_location').on(table.locationUid),
  ],
)

/** A vehicle's inlet. A MAC address belongs to one vehicle: the primary key says so. */
export const chargingPort = pgTable(
  'charging_port',
  {
    macAddress: text().primaryKey(),
    vehicleKey: bigint({ mode: 'number' })
      .notNull()
      .references(() => vehicle.key, { onDelete: 'cascade' }),
    position: integer().notNull(),
    type: text().notNull(),
    /** null: not said by the sender, which is given back as left out. */
    inactive: boolean(),
  },
  (table) => [index('charging_port_by_vehicle').on(table.vehicleKey)],
)

/**
 * An RFID or contract id that a vehicle is also known by, as it was sent. A token belongs to one vehicle, in upper or
 * lower case (OCPP's identifiers know no difference): the unique index says so.
 */
export const vehicleToken = pgTable(
  'vehicle_token',
  {
    vehicleKey: bigint({ mode: 'number' })
      .notNull()
      .references(() => vehicle.key, { onDelete: 'cascade' }),
    position: integer().notNull(),
    token: text().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.vehicleKey, table.position] }),
    uniqueIndex('vehicle_token_unique').on(sql`lower(${table.token})`),
  ],
)
