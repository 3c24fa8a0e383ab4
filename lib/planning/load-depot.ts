import { eq } from 'drizzle-orm'
import { lastEventAt } from '@/lib/charging/last-event-at'
import { faultedVehicles, isOutOfOrder, listConnectorFaults } from '@/lib/charging/list-connector-faults'
import { measuredSegments } from '@/lib/charging/measured-segments'
import { recentPowers } from '@/lib/charging/recent-powers'
import type { Database } from '@/lib/db/client'
import { location } from '@/lib/db/schema/location'
import { planForecast, planRequest } from '@/lib/db/schema/plan'
import { HORIZON_MS } from '@/lib/planning/build-problem'
import type { Depot, LocationRow } from '@/lib/planning/depot'
import { listByCharger } from '@/lib/planning/held'
import { listOccurrences } from '@/lib/planning/list-occurrences'
import { listConnected } from '@/lib/planning/list-unscheduled'
import { hasDemandCharge, peakSoFar } from '@/lib/planning/site-peaks'
import { connectingStations } from '@/lib/stations/connecting-stations'
import { deliveredTo } from '@/lib/stays/delivered-to'
import type { DepotStay } from '@/lib/stays/depot-stay'
import { estimateSocs } from '@/lib/stays/estimate-socs'
import { listStays } from '@/lib/stays/list-stays'
import { HOUR_MS, type Interval } from '@/lib/time/interval'

/** How far back readings tell whether a vehicle gets what was ordered. */
export const READINGS_MS = HOUR_MS / 2

/** What was asked of a location and not yet done. */
export type PendingRequest = typeof planRequest.$inferSelect

export type LoadedDepot = { depot: Depot; request: PendingRequest | null }

/**
 * Reads everything that a location's plans depend on, at one moment: call it in one repeatable-read transaction.
 * Occurrences of rules that have no row yet come along with `key` null.
 * @returns null when there is no such location
 */
export async function loadDepot(tx: Database, locationUid: string, now: number): Promise<LoadedDepot | null> {
  const [row] = await tx.select().from(location).where(eq(location.uid, locationUid))
  if (!row) return null
  const [request] = await tx.select().from(planRequest).where(eq(planRequest.locationUid, locationUid))
  const followsEvents = (await lastEventAt(tx, locationUid, now)) !== null
  const range = { from: now, to: now + HORIZON_MS }
  const stays = await loadStays(tx, locationUid, range, { followsEvents, explained: true })
  const forecasts = await tx.select().from(planForecast).where(eq(planForecast.locationUid, locationUid))
  const depot: Depot = {
    now,
    location: row,
    followsEvents,
    areConnecting: (await connectingStations(tx, locationUid, now)) !== null,
    stays,
    peakSoFarKw: Math.max(row.tariff?.peakSoFarkW ?? 0, hasDemandCharge(row) ? await peakSoFar(tx, row, now) : 0),
    ...(followsEvents ? await listByCharger(tx, row, now) : { held: new Map(), cannotPause: new Set<string>() }),
    ...(await connectedAt(tx, row, now, followsEvents)),
    forecasts: new Map(forecasts.map(({ day, inputs }) => [day, inputs])),
    revision: request?.revision ?? null,
  }
  return { depot, request: request ?? null }
}

/** What those draw that no stay speaks of, and who stands at a connector with a fault; nobody where no events are sent. */
async function connectedAt(
  tx: Database,
  row: LocationRow,
  now: number,
  followsEvents: boolean,
): Promise<Pick<Depot, 'unscheduledLoads' | 'faulted'>> {
  if (!followsEvents) return { unscheduledLoads: [], faulted: new Map() }
  const { connections, loads } = await listConnected(tx, row, now)
  const faults = (await listConnectorFaults(tx, row.uid)).filter(isOutOfOrder)
  return { unscheduledLoads: loads, faulted: faultedVehicles(faults, connections) }
}

type LoadOptions = {
  /** Epoch ms; the beginning of the range by default. */
  now?: number
  /** The location's chargers say which vehicles are there. */
  followsEvents: boolean
  /** Also what the planner said of its plans. */
  explained?: boolean
  /** Only the stays of these vehicles. */
  vehicleKeys?: readonly number[]
}

/**
 * The stays of a location that overlap `range`, by arrival: rows, and occurrences of rules that have no row yet, with
 * what their chargers have delivered, and with an estimate of the SoC where nobody has said it.
 */
export async function loadStays(
  tx: Database,
  locationUid: string,
  range: Interval,
  { now = range.from, followsEvents, explained = false, vehicleKeys }: LoadOptions,
): Promise<DepotStay[]> {
  const stays = await listStays(tx, locationUid, range, { withOverdue: followsEvents, explained, vehicleKeys })
  const occurrences = await listOccurrences(tx, locationUid, range, vehicleKeys)
  const all = [...stays, ...occurrences].sort((a, b) => a.arrival - b.arrival || (a.id < b.id ? -1 : 1))
  return estimateSocs(tx, await withDelivered(tx, all, now), range.from)
}

/** Fills in what was metered of the vehicles that have come, and what they have shown to be delivered at most. */
async function withDelivered(tx: Database, stays: DepotStay[], now: number): Promise<DepotStay[]> {
  const keys = stays.flatMap(({ key, measured }) => (key !== null && measured.connectedAt !== null ? [key] : []))
  const measured = await measuredSegments(tx, keys)
  const readings = await readingsOf(tx, stays, now)
  return stays.map((stay) =>
    deliveredTo(
      stay,
      {
        charged: measured.get(stay.key ?? -1),
        readings: isConnected(stay) ? (readings.get(stay.vehicleKey) ?? []) : [],
      },
      now,
    ),
  )
}

const isConnected = ({ measured }: DepotStay) => measured.connectedAt !== null && measured.disconnectedAt === null

async function readingsOf(tx: Database, stays: readonly DepotStay[], now: number) {
  const connected = stays.filter(isConnected)
  const vehicles = connected.map(({ vehicleKey, vehicle: { maxPowerKw }, measured: { evseMaxKw } }) => ({
    vehicleKey,
    maxPowerKw,
    evseMaxKw,
  }))
  return recentPowers(tx, vehicles, { from: now - READINGS_MS, to: now })
}
