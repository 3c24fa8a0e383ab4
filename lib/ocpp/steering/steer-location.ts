import { sql } from 'drizzle-orm'
import { SYSTEM } from '@/lib/context'
import type { Database } from '@/lib/db/client'
import { inTransaction } from '@/lib/db/transaction'
import type { StationControl } from '@/lib/ocpp/profiles/control'
import { decideOrders } from '@/lib/ocpp/profiles/decide-orders'
import { takeRestarts } from '@/lib/ocpp/profiles/waking'
import { depotInput } from '@/lib/ocpp/steering/steered-stations'
import { holdControls, storeControls } from '@/lib/ocpp/store/controls'
import { loadSteered } from '@/lib/planning/load-steered'
import { listStoredStations } from '@/lib/stations/stored-station'

/** Names our advisory locks of steered locations among others. */
const LOCK_CLASS = 0x73_74_72

/** What is to be done: `send` to these stations, and begin anew the transactions of these evses, by station. */
export type Steered = { send: string[]; restart: ReadonlyMap<string, readonly string[]> }

const NOTHING: Steered = { send: [], restart: new Map() }

/**
 * Decides what the stations of a location are to be sent now, and writes it down. Any process may do so, one at a time
 * for a location; who holds a station's connection then sends it. Where plans are only shown, nothing is sent.
 * @param isHeld whether this process holds a station's connection: transactions that are to be begun anew there are taken
 * in the same round, and those elsewhere by the process that holds them
 */
export async function steerLocation(
  db: Database,
  locationUid: string,
  now: number,
  isHeld: (stationId: string) => boolean,
): Promise<Steered> {
  return inTransaction(db, async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${LOCK_CLASS}::int, hashtext(${locationUid}))`)
    const steered = await loadSteered(tx, locationUid, now)
    if (!steered?.controlChargers) return NOTHING
    const stations = await listStoredStations({ db: tx, who: SYSTEM, now }, locationUid)
    if (stations.length === 0) return NOTHING
    const controls = await holdControls(
      tx,
      stations.map(({ id }) => id),
      now,
    )
    const decided = decideOrders(depotInput(steered, stations, controls, now))
    const restarts = takeAllRestarts(new Map([...controls, ...decided]), isHeld)
    const changed = new Map([...decided, ...restarts.changed])
    await storeControls(tx, changed, now)
    const after = [...new Map([...controls, ...changed])]
    return { send: after.filter(([, control]) => isWaiting(control)).map(([id]) => id), restart: restarts.evses }
  })
}

function takeAllRestarts(controls: ReadonlyMap<string, StationControl>, isHeld: (stationId: string) => boolean) {
  const changed = new Map<string, StationControl>()
  const evses = new Map<string, string[]>()
  for (const [id, control] of controls) {
    const taken = isHeld(id) ? takeRestarts(control) : null
    if (!taken) continue
    changed.set(id, taken.control)
    evses.set(id, taken.result)
  }
  return { changed, evses }
}

function isWaiting({ ledgers, defaults }: StationControl): boolean {
  return (
    Object.values(ledgers).some(({ next }) => next !== undefined) ||
    Object.values(defaults).some(({ nextKw }) => nextKw !== undefined)
  )
}
