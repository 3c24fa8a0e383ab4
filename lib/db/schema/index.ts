// The one list of tables: Drizzle's queries, the migrations and better-auth need them all by name.
export * from '@/lib/db/schema/access'
export * from '@/lib/db/schema/charging'
export * from '@/lib/db/schema/location'
export * from '@/lib/db/schema/plan'
export * from '@/lib/db/schema/schedule'
export * from '@/lib/db/schema/staff'
export * from '@/lib/db/schema/station'
export * from '@/lib/db/schema/vehicle'
