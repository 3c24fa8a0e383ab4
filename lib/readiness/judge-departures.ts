import type { Connection } from '@/lib/charging/connection'
import { listConnections } from '@/lib/charging/list-connections'
import { listConnectorFaults } from '@/lib/charging/list-connector-faults'
import type { Database } from '@/lib/db/client'
import type { LocationRow } from '@/lib/planning/depot'
import { withoutStay } from '@/lib/planning/list-unscheduled'
import { loadStays, sendsEvents } from '@/lib/planning/load-depot'
import { type Departing, departureFacts } from '@/lib/readiness/departure-facts'
import { slices } from '@/lib/slices'
import type { DepotStay } from '@/lib/stays/depot-stay'

/** The departures of a location that are still to come, and what they were derived from. */
export type JudgedDepartures = {
  departing: Departing[]
  /** All stays of the range, those that are over too. */
  stays: DepotStay[]
  /** Connected, and no stay speaks of them. */
  withoutSchedule: number
  /** null where chargers do not say which vehicles are connected. */
  connections: Connection[] | null
}

/**
 * What is known of every departure of a location until `to`: the facts from which the verdict follows, the same for the
 * board, the timeline and a vehicle's page. Instants epoch ms.
 * @param options.from read no stay that ends before; now by default
 * @param options.vehicleKey only those of this vehicle
 */
export async function judgeDepartures(
  db: Database,
  location: LocationRow,
  { now, to, from = now, vehicleKey }: { now: number; to: number; from?: number; vehicleKey?: number },
): Promise<JudgedDepartures> {
  const followsEvents = await sendsEvents(db, location.uid, now)
  const stays = await loadStays(db, location.uid, { from, to }, { now, followsEvents, explained: true, vehicleKey })
  const { faulted, ...connected } = followsEvents ? await connectedNow(db, location.uid, stays, now) : NOBODY
  const pause = slices()
  const departing: Departing[] = []
  for (const stay of stays) {
    const one = departureFacts(stay, location, {
      now,
      followsEvents,
      faultSince: faulted.get(stay.vehicleKey) ?? null,
    })
    if (one) departing.push(one)
    await pause()
  }
  return { departing, stays, ...connected }
}

const NOBODY = { faulted: new Map<number, number>(), withoutSchedule: 0, connections: null }

/** Whose connector reports a fault, since when, and how many are connected that no schedule speaks of. */
async function connectedNow(db: Database, locationUid: string, stays: DepotStay[], now: number) {
  const connections = await listConnections(db, locationUid, now)
  const place = ({ stationId, evseId, connectorId }: Pick<Connection, 'stationId' | 'evseId' | 'connectorId'>) =>
    JSON.stringify([stationId, evseId, connectorId])
  const broken = new Map((await listConnectorFaults(db, locationUid)).map((fault) => [place(fault), fault.since]))
  const faulted = connections.flatMap((one): [number, number][] => {
    const since = broken.get(place(one))
    return since === undefined || one.vehicleKey === null ? [] : [[one.vehicleKey, since]]
  })
  return { faulted: new Map(faulted), withoutSchedule: withoutStay(connections, stays).length, connections }
}
