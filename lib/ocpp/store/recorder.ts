import { sql } from 'drizzle-orm'
import { attributeEvents } from '@/lib/charging/attribute-events'
import { recordEvents } from '@/lib/charging/record-events'
import { SYSTEM } from '@/lib/context'
import type { Database } from '@/lib/db/client'
import { inTransaction } from '@/lib/db/transaction'
import type { GatewayEvent, StrangerClaim } from '@/lib/ocpp/mapping/draft'
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

type Waiting = { write: MessageWrite; resolve: (result: WriteResult) => void; reject: (error: unknown) => void }

const MOST_AT_ONCE = 200

/**
 * Writes what messages leave behind, those of many stations in one transaction: while one is under way, the next
 * gathers. A write is durable when its promise holds, so an answer never acknowledges what could be lost.
 */
export class Recorder {
  private waiting: Waiting[] = []
  private writing = false

  constructor(private readonly db: Database) {}

  write(write: MessageWrite): Promise<WriteResult> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ write, resolve, reject })
      if (!this.writing) void this.writeAll()
    })
  }

  private async writeAll(): Promise<void> {
    this.writing = true
    while (this.waiting.length > 0) await this.writeBatch(this.waiting.splice(0, MOST_AT_ONCE))
    this.writing = false
  }

  /** One write that cannot be stored must not take the others along: then each is tried by itself. */
  private async writeBatch(batch: Waiting[]): Promise<void> {
    try {
      const stored = await store(
        this.db,
        batch.map(({ write }) => write),
        Date.now(),
      )
      for (const { write, resolve } of batch) resolve(stored.has(write.connectionId) ? 'stored' : 'replaced')
    } catch (error) {
      if (batch.length === 1) batch[0]?.reject(error)
      else for (const each of batch) await this.writeBatch([each])
    }
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
