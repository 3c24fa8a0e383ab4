import type { location } from '@/lib/db/schema/location'
import type { FixedLoad } from '@/lib/planner/problem'
import type { ToldStep } from '@/lib/stations/told-steps'
import type { DepotStay } from '@/lib/stays/depot-stay'

export type LocationRow = typeof location.$inferSelect

/**
 * A vehicle that no plan reaches, because its charger cannot be told anything: why, and the most that it may draw from
 * now on (at the outlet; null: whatever vehicle and charger can).
 */
export type Held = { why: 'not-steerable' | 'offline'; steps: readonly [ToldStep, ...ToldStep[]] }

/** A location and its stays, read at one moment. */
export type Depot = {
  now: number
  location: LocationRow
  /** The location has sent charging events within a day: which vehicles are there is known, not assumed from the timetable. */
  followsEvents: boolean
  /** Its charging stations are only just connecting: what they have not said is not known yet. */
  areConnecting?: boolean
  stays: DepotStay[]
  /** The highest quarter-hour mean of the current billing period, or what was set by hand where that is higher; kW. */
  peakSoFarKw: number
  /** The vehicles that no plan reaches, by their ids: what holds them instead. */
  held: ReadonlyMap<string, Held>
  /** The vehicles that did not come back after a pause, by their ids: they are planned as ones that cannot pause. */
  cannotPause: ReadonlySet<string>
  /** The vehicles at a connector that is out of order, by their keys, and since when (epoch ms). */
  faulted: ReadonlyMap<number, number>
  /** Loads of vehicles that are connected without a schedule. */
  unscheduledLoads: FixedLoad[]
  /** The hash of the inputs of each stored forecast, by local date. */
  forecasts: Map<string, string>
  /** The revision of the request that was waiting, null when none was. */
  revision: number | null
}
