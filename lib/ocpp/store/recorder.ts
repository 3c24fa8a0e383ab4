import { sql } from 'drizzle-orm'
import { attributeEvents } from '@/lib/charging/attribute-events'
import { recordEvents } from '@/lib/charging/record-events'
import { SYSTEM } from '@/lib/context'
import type { Database } from '@/lib/db/client'
import { inTransaction } from '@/lib/db/transaction'
import type { GatewayEvent, StrangerClaim } from '@/lib/ocpp/mapping/draft'
import { Batches } from '@/lib/ocpp/store/batches'
import type { Identity, StationState } from '@/lib/stations/station-state'

/** What one message of a station leaves behind. */
export type MessageWrite = {
  stationId: string
  connectionId: string
  locationUid: string
  state: StationState
  events: readonly GatewayEvent[]
  claims: readonly StrangerClaim[]
}

/** `replaced`: another connection of the station counts by now, and nothing of its state was written. */
export type WriteResult = 'stored' | 'replaced'

const LIMITS = { mostAtOnce: 200, sideBySide: 2 }

/**
 * Writes what messages leave behind, those of many stations of a depot in one transaction. A write is durable when its
 * promise holds, so an answer never acknowledges what could be lost.
 */
export class Recorder {
  private readonly batches: Batches<MessageWrite, WriteResult>

  constructor(db: Database) {
    this.batches = new Batches(async (writes) => {
      const current = await store(db, writes, Date.now())
      return writes.map(({ connectionId }) => (current.has(connectionId) ? 'stored' : 'replaced'))
    }, LIMITS)
  }

  write(write: MessageWrite): Promise<WriteResult> {
    return this.batches.add(write, write.locationUid)
  }
}

/** @returns the connections that still count */
async function store(db: Database, writes: readonly MessageWrite[], now: number): Promise<Set<string>> {
  return inTransaction(db, async (tx) => {
    const current = await storeStates(tx, writes, now)
    const recognisedAt: string[] = []
    for (const { stationId, locationUid, claims } of writes)
      for (const { identity, evseId, ...claim } of claims) {
        const vehicleKey = await vehicleKeyOf(tx, identity)
        const place = { locationUid, stationId, evseId: String(evseId), ...claim }
        const vehicle = { vehicleKey, macAddress: identity.macAddress }
        recognisedAt.push(...(await attributeEvents(tx, place, vehicle, now)))
      }
    const events = writes.flatMap((write) => write.events)
    await recordEvents({ who: SYSTEM, now, db: tx }, events, { recognisedAt })
    return current
  })
}

/** Rows in the order of their ids, so that the batches of two processes wait for each other and do not deadlock. */
async function storeStates(tx: Database, writes: readonly MessageWrite[], now: number): Promise<Set<string>> {
  const rows = writes
    .map(({ stationId, connectionId, state }) => ({ stationId, connectionId, state }))
    .sort((a, b) => (a.stationId < b.stationId ? -1 : 1))
  const updated = await tx.execute<{ connection_id: string }>(sql`
    update station_state known set state = next.state, last_seen = ${new Date(now).toISOString()}
    from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as next ("stationId" text, "connectionId" text, state jsonb)
    where known.station_id = next."stationId" and known.connection_id = next."connectionId"
    returning known.connection_id`)
  return new Set(updated.map((row) => row.connection_id))
}

async function vehicleKeyOf(tx: Database, { macAddress, vehicleId }: Identity): Promise<number | null> {
  const [row] = await tx.execute<{ key: string }>(sql`
    select v.key from vehicle v where v.deleted_at is null and (v.id = ${vehicleId ?? null}
      or v.key in (select vehicle_key from charging_port where mac_address = ${macAddress ?? null}))
    limit 1`)
  return row ? Number(row.key) : null
}
