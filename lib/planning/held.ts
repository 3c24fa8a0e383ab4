import { SYSTEM } from '@/lib/context'
import type { Database } from '@/lib/db/client'
import type { Held, LocationRow } from '@/lib/planning/depot'
import { listStoredStations, type StoredStation } from '@/lib/stations/stored-station'
import { type ToldStep, toldSteps } from '@/lib/stations/told-steps'

type Charger = Pick<StoredStation, 'online' | 'lastSeen' | 'shown'> & { state: Pick<StoredStation['state'], 'evses'> }

/**
 * What holds a vehicle at an evse; null where its plan reaches it. A station that follows no profile gives full power;
 * one that is offline goes on as it was told last. One that never came to us is another system's.
 */
export function heldAt({ online, lastSeen, shown, state }: Charger, evseId: string | null, now: number): Held | null {
  if (lastSeen === null) return null
  if (shown?.steerable === 'none') return { why: 'not-steerable', steps: [{ from: now, kw: null }] }
  if (online) return null
  const [first, ...later] = toldSteps(shown?.limits[evseId ?? ''], state.evses[evseId ?? '']?.transaction?.id, now)
  // An evse that was told nothing of its own may draw what all of its station may.
  const safe = ({ from, kw }: ToldStep): ToldStep => ({ from, kw: kw ?? shown?.safeKw ?? null })
  return { why: 'offline', steps: [safe(first), ...later.map(safe)] }
}

/** The vehicles of a location that no plan reaches now, by their ids. Where plans are only shown, others see to that. */
export async function listHeld(db: Database, row: LocationRow, now: number): Promise<Map<string, Held>> {
  if (!row.controlChargers) return new Map()
  const stations = await listStoredStations({ db, who: SYSTEM, now }, row.uid)
  const all = stations.flatMap((station) =>
    station.sessions.flatMap(({ vehicleId, evseId }): [string, Held][] => {
      const held = heldAt(station, evseId, now)
      return held ? [[vehicleId, held]] : []
    }),
  )
  return new Map(all)
}
