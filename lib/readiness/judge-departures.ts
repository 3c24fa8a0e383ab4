import type { Connection } from '@/lib/charging/connection'
import { lastEventAt } from '@/lib/charging/last-event-at'
import {
  type ConnectorFault,
  faultedVehicles,
  isOutOfOrder,
  listConnectorFaults,
} from '@/lib/charging/list-connector-faults'
import type { Database } from '@/lib/db/client'
import type { LocationRow } from '@/lib/planning/depot'
import { type Connected, listConnected } from '@/lib/planning/list-unscheduled'
import { loadStays } from '@/lib/planning/load-depot'
import { type Departing, departureFacts, type StandingPlace } from '@/lib/readiness/departure-facts'
import { slices } from '@/lib/slices'
import { type ConnectingStations, connectingStations } from '@/lib/stations/connecting-stations'
import { listPlaces } from '@/lib/stations/list-places'
import type { DepotStay } from '@/lib/stays/depot-stay'

/** The departures of a location that are still to come, and what they were derived from. */
export type JudgedDepartures = {
  departing: Departing[]
  /** All stays of the range, those that are over too. */
  stays: DepotStay[]
  /** The last word of any charger, epoch ms; null where chargers have not said for a day which vehicles are connected. */
  lastEventAt: number | null
  /** How many of the charging stations are connected, while they are only just connecting; null: that is over. */
  connecting: ConnectingStations | null
  /** Who is connected, and what those without a schedule draw; null where chargers do not say it. */
  connected: Connected | null
  /** The connectors that report a fault. */
  faults: ConnectorFault[]
}

/**
 * What is known of every departure of a location until `to`: the facts from which the verdict follows, the same for the
 * board, the timeline and a vehicle's page. Instants epoch ms.
 * @param options.from read no stay that ends before; now by default
 * @param options.vehicleKeys only those of these vehicles
 */
export async function judgeDepartures(
  db: Database,
  location: LocationRow,
  { now, to, from = now, vehicleKeys }: { now: number; to: number; from?: number; vehicleKeys?: readonly number[] },
): Promise<JudgedDepartures> {
  const heardAt = await lastEventAt(db, location.uid, now)
  const followsEvents = heardAt !== null
  const connecting = await connectingStations(db, location.uid, now)
  const stays = await loadStays(db, location.uid, { from, to }, { now, followsEvents, explained: true, vehicleKeys })
  const connected = followsEvents ? await listConnected(db, location, now) : null
  const faults = await listConnectorFaults(db, location.uid)
  const faulted = faultedVehicles(faults, connected?.connections ?? [])
  const outOfOrder = faultedVehicles(faults.filter(isOutOfOrder), connected?.connections ?? [])
  const standing = connected ? await listStanding(db, location.uid, connected.connections, now) : new Map()
  const pause = slices()
  const departing: Departing[] = []
  for (const stay of stays) {
    const one = departureFacts(stay, location, {
      now,
      followsEvents,
      areConnecting: connecting !== null,
      faultSince: faulted.get(stay.vehicleKey) ?? null,
      outOfOrderSince: outOfOrder.get(stay.vehicleKey) ?? null,
      place: standing.get(stay.vehicleKey) ?? null,
    })
    if (one) departing.push(one)
    await pause()
  }
  return { departing, stays, lastEventAt: heardAt, connecting, connected, faults }
}

/** The vehicles that are connected, and where. */
async function listStanding(
  db: Database,
  locationUid: string,
  connections: readonly Connection[],
  now: number,
): Promise<Map<number, StandingPlace>> {
  const placeOf = await listPlaces(db, locationUid, now)
  const standing = connections.flatMap(({ vehicleKey, stationId, evseId }): [number, StandingPlace][] => {
    const place = placeOf(stationId, evseId)
    return vehicleKey === null || stationId === null || place === null
      ? []
      : [[vehicleKey, { ...place, stationId, evseId }]]
  })
  return new Map(standing)
}
