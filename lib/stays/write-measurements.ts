import { sql } from 'drizzle-orm'
import type { Database } from '@/lib/db/client'
import { rowsParameter } from '@/lib/db/rows-parameter'

/** What the chargers say of a stay. Instants epoch ms, SoC percent; null while they have said nothing. */
export type StayState = {
  connectedAt: number | null
  disconnectedAt: number | null
  chargingStartedAt: number | null
  chargingEndedAt: number | null
  measuredStartSoc: number | null
  measuredSoc: number | null
  measuredSocAt: number | null
}

/** Writes what the chargers say of stays; this file is its only writer. */
export async function writeMeasurements(
  tx: Database,
  stays: readonly { key: number; state: StayState }[],
): Promise<void> {
  if (stays.length === 0) return
  const rows = stays.map(({ key, state }) => ({ key, ...state }))
  const at = (name: keyof StayState) => sql.raw(`to_timestamp(next."${name}" / 1000.0)`)
  await tx.execute(sql`
    update stay set connected_at = ${at('connectedAt')}, disconnected_at = ${at('disconnectedAt')},
      charging_started_at = ${at('chargingStartedAt')}, charging_ended_at = ${at('chargingEndedAt')},
      measured_start_soc = next."measuredStartSoc", measured_soc = next."measuredSoc",
      measured_soc_at = ${at('measuredSocAt')}
    from jsonb_to_recordset(${rowsParameter(rows)}) as next (key bigint, "connectedAt" float8,
      "disconnectedAt" float8, "chargingStartedAt" float8, "chargingEndedAt" float8, "measuredStartSoc" float8,
      "measuredSoc" float8, "measuredSocAt" float8)
    where stay.key = next.key`)
}
