import { sql } from 'drizzle-orm'
import type { Attribution } from '@/lib/charging/attribute-events'
import { recordEvents } from '@/lib/charging/record-events'
import { SYSTEM } from '@/lib/context'
import type { Database } from '@/lib/db/client'
import { rowsParameter } from '@/lib/db/rows-parameter'
import { inTransaction } from '@/lib/db/transaction'
import type { GatewayEvent, StrangerClaim } from '@/lib/ocpp/mapping/draft'
import { Batches } from '@/lib/ocpp/store/batches'
import { holdStates } from '@/lib/ocpp/store/connections'
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

/** A depot that waits for others' rows keeps one of these transactions: that many may, before others wait for them. */
const LIMITS = { mostAtOnce: 200, sideBySide: 3 }

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
    const attributions = await attributionsOf(tx, writes)
    const events = writes.flatMap((write) => write.events)
    await recordEvents({ who: SYSTEM, now, db: tx }, events, { attributions })
    return current
  })
}

async function storeStates(tx: Database, writes: readonly MessageWrite[], now: number): Promise<Set<string>> {
  await holdStates(
    tx,
    writes.map(({ stationId }) => stationId),
  )
  const rows = writes.map(({ stationId, connectionId, state }) => ({ stationId, connectionId, state }))
  const updated = await tx.execute<{ connection_id: string }>(sql`
    update station_state known set state = next.state, last_seen = ${new Date(now).toISOString()}
    from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as next ("stationId" text, "connectionId" text, state jsonb)
    where known.station_id = next."stationId" and known.connection_id = next."connectionId"
    returning known.connection_id`)
  return new Set(updated.map((row) => row.connection_id))
}

/** What is claimed of what strangers have reported, with the vehicles that they turned out to be. */
async function attributionsOf(tx: Database, writes: readonly MessageWrite[]): Promise<Attribution[]> {
  const claimed = writes.flatMap(({ stationId, locationUid, claims }) =>
    claims.map(({ identity, evseId, ...claim }) => ({
      identity,
      place: { locationUid, stationId, evseId: String(evseId), ...claim },
    })),
  )
  const keys = await vehicleKeysOf(
    tx,
    claimed.map(({ identity }) => identity),
  )
  return claimed.map(({ place, identity: { macAddress } }, index) => ({
    ...place,
    vehicleKey: keys.get(index) ?? null,
    ...(macAddress !== undefined && { macAddress }),
  }))
}

/** The vehicles of these identities, by their place among them; of one that nobody has registered there is none. */
async function vehicleKeysOf(tx: Database, identities: readonly Identity[]): Promise<Map<number, number>> {
  if (identities.length === 0) return new Map()
  const asked = identities.map(({ macAddress, vehicleId }, index) => ({ index, macAddress, vehicleId }))
  const rows = await tx.execute<{ index: number; key: string | null }>(sql`
    select n.index, coalesce((select v.key from vehicle v where v.id = n."vehicleId" and v.deleted_at is null),
      (select p.vehicle_key from charging_port p where p.mac_address = n."macAddress")) as key
    from jsonb_to_recordset(${rowsParameter(asked)}) as n (index int, "macAddress" text, "vehicleId" text)`)
  return new Map(rows.flatMap(({ index, key }) => (key === null ? [] : [[index, Number(key)] as const])))
}
