import { sql } from 'drizzle-orm'
import { SYSTEM } from '@/lib/context'
import type { Database } from '@/lib/db/client'
import { inTransaction } from '@/lib/db/transaction'
import type { StationControl } from '@/lib/ocpp/profiles/control'
import { decideOrders } from '@/lib/ocpp/profiles/decide-orders'
import { isRestartDue } from '@/lib/ocpp/profiles/waking'
import { depotInput } from '@/lib/ocpp/steering/steered-stations'
import { holdControls, storeControls } from '@/lib/ocpp/store/controls'
import { loadSteered } from '@/lib/planning/load-steered'
import { listStoredStations } from '@/lib/stations/stored-station'

/** Names our advisory locks of steered locations among others. */
const LOCK_CLASS = 0x73_74_72

/**
 * Decides what the stations of a location are to be sent now, and writes it down. Any process may do so, one at a time
 * for a location; who holds a station's connection then sends it. Where plans are only shown, nothing is sent.
 * @returns the stations that are to be sent something, or whose transactions are to be begun anew
 */
export async function steerLocation(db: Database, locationUid: string, now: number): Promise<string[]> {
  return inTransaction(db, async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${LOCK_CLASS}::int, hashtext(${locationUid}))`)
    const steered = await loadSteered(tx, locationUid, now)
    if (!steered?.controlChargers) return []
    const stations = await listStoredStations({ db: tx, who: SYSTEM, now }, locationUid)
    if (stations.length === 0) return []
    const controls = await holdControls(
      tx,
      stations.map(({ id }) => id),
      now,
    )
    const decided = decideOrders(depotInput(steered, stations, controls, now))
    await storeControls(tx, decided, now)
    return [...new Map([...controls, ...decided])].filter(([, control]) => isWaiting(control)).map(([id]) => id)
  })
}

function isWaiting({ ledgers, defaults }: StationControl): boolean {
  return (
    Object.values(ledgers).some((ledger) => ledger.next !== undefined || isRestartDue(ledger)) ||
    Object.values(defaults).some(({ nextKw }) => nextKw !== undefined)
  )
}
