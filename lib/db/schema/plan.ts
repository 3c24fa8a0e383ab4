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
} from 'drizzle-orm/pg-core'
import type { Explanation } from '@/lib/contract/explanations'
import type { Plan, Segment } from '@/lib/contract/plan'
import { instant } from '@/lib/db/schema/instant'
import { location } from '@/lib/db/schema/location'
import { stay } from '@/lib/db/schema/schedule'

const meta = {
  strategy: text(),
  strategyVersion: text(),
  plannedAt: instant().notNull(),
  trigger: text(),
  triggerDescription: text(),
}

/** The incumbent plan of a stay. `frozen`: the planner leaves it and counts it as a fixed load. */
export const plan = pgTable('plan', {
  stayKey: bigint({ mode: 'number' })
    .primaryKey()
    .references(() => stay.key, { onDelete: 'cascade' }),
  plan: jsonb().$type<Plan>().notNull(),
  frozen: boolean().notNull(),
  /** Posted by the sender rather than made by the planner. */
  posted: boolean().notNull(),
  ...meta,
  /** What the planner has to say about its own plan; null for every other. */
  explanation: jsonb().$type<Explanation>(),
})

/** What elapsed of the plans that were in force, kept when a plan is replaced; never rebuilt from today's plan. */
export const planElapsed = pgTable('plan_elapsed', {
  stayKey: bigint({ mode: 'number' })
    .primaryKey()
    .references(() => stay.key, { onDelete: 'cascade' }),
  segments: jsonb().$type<Segment[]>().notNull(),
})

/** The last 20 plans of a stay, to explain what a replan changed. */
export const planVersion = pgTable(
  'plan_version',
  {
    stayKey: bigint({ mode: 'number' })
      .notNull()
      .references(() => stay.key, { onDelete: 'cascade' }),
    version: integer().notNull(),
    plan: jsonb().$type<Plan>().notNull(),
    ...meta,
  },
  (table) => [primaryKey({ columns: [table.stayKey, table.version] })],
)

/** What the forecast of a later day was made from (a hash): the day is planned again only when that changes. */
export const planForecast = pgTable(
  'plan_forecast',
  {
    locationUid: text()
      .notNull()
      .references(() => location.uid, { onDelete: 'cascade' }),
    /** The local date on which the forecast's stays begin. */
    day: date({ mode: 'string' }).notNull(),
    inputs: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.locationUid, table.day] })],
)

/**
 * A location whose inputs have changed since it was last planned. Written in the transaction of the change; the job
 * queue only wakes a worker, so a lost job loses nothing.
 */
export const planRequest = pgTable('plan_request', {
  locationUid: text()
    .primaryKey()
    .references(() => location.uid, { onDelete: 'cascade' }),
  requestedAt: instant().notNull(),
  /** The first request that no run has served yet: later ones do not make the wait any shorter. */
  waitingSince: instant().notNull().defaultNow(),
  /** Grows with every request: a run clears the row only if nothing came in meanwhile. */
  revision: bigint({ mode: 'number' }).notNull(),
  trigger: text().notNull(),
  triggerDescription: text().notNull(),
})

/** Who plans a location at this moment, and until when unless they renew it (lib/planning/plan-lease.ts). */
export const planLease = pgTable('plan_lease', {
  locationUid: text().primaryKey(),
  holder: text().notNull(),
  since: instant().notNull(),
  until: instant().notNull(),
})

/** What each planning run did, for the board and for people who ask why. */
export const planRun = pgTable(
  'plan_run',
  {
    key: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    locationUid: text()
      .notNull()
      .references(() => location.uid, { onDelete: 'cascade' }),
    startedAt: instant().notNull(),
    finishedAt: instant().notNull(),
    trigger: text().notNull(),
    triggerDescription: text().notNull(),
    planned: integer().notNull(),
    changed: integer().notNull(),
    peakKw: doublePrecision(),
    energyKwh: doublePrecision(),
    unmetKwh: doublePrecision(),
    cost: doublePrecision(),
    /** A sentence when the run failed; the plans in force stay. */
    failure: text(),
    /** The ids of the vehicles that it counted at chargers that were offline; null: it failed, or nobody wrote it down. */
    offline: text().array(),
  },
  (table) => [index('plan_run_by_location').on(table.locationUid, table.finishedAt)],
)
