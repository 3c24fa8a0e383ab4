import { SYSTEM } from '@/lib/context'
import type { Database } from '@/lib/db/client'
import type { Depot, Held, LocationRow } from '@/lib/planning/depot'
import { listStoredStations, type StoredStation } from '@/lib/stations/stored-station'
import { SHARED_LIMIT, type ToldStep, toldSteps } from '@/lib/stations/told-steps'

type Charger = Pick<StoredStation, 'online' | 'lastSeen' | 'shown'> & { state: Pick<StoredStation['state'], 'evses'> }

/**
 * What holds a vehicle at an evse; null where its plan reaches it. A station that follows no profile gives full power;
 * one that is offline goes on as it was told last. One that never came to us is another system's.
 */
export function heldAt({ online, lastSeen, shown, state }: Charger, evseId: string | null, now: number): Held | null {
  if (lastSeen === null) return null
  if (shown?.steerable === 'none') return { why: 'not-steerable', steps: [{ from: now, kw: null }] }
  if (online) return null
  // Where the evses of a station share its maximum, each of them may draw all of it.
  const told = shown?.limits[evseId ?? ''] ?? shown?.limits[SHARED_LIMIT]
  const [first, ...later] = toldSteps(told, state.evses[evseId ?? '']?.transaction?.id, now)
  // An evse that was told nothing of its own may draw what all of its station may.
  const safe = ({ from, kw }: ToldStep): ToldStep => ({ from, kw: kw ?? shown?.safeKw ?? null })
  return { why: 'offline', steps: [safe(first), ...later.map(safe)] }
}

/**
 * What is to be planned otherwise because of the charger at which a vehicle is, by the vehicle's id: those that no plan
 * reaches now, and those that did not come back after a pause. Where plans are only shown, others see to that.
 */
export async function listByCharger(
  db: Database,
  row: LocationRow,
  now: number,
): Promise<Pick<Depot, 'held' | 'cannotPause'>> {
  const held = new Map<string, Held>()
  const cannotPause = new Set<string>()
  const stations = row.controlChargers ? await listStoredStations({ db, who: SYSTEM, now }, row.uid) : []
  for (const station of stations)
    for (const { vehicleId, evseId } of station.sessions) {
      const heldHere = heldAt(station, evseId, now)
      if (heldHere) held.set(vehicleId, heldHere)
      if (station.shown?.cannotPause?.includes(evseId ?? '')) cannotPause.add(vehicleId)
    }
  return { held, cannotPause }
}
