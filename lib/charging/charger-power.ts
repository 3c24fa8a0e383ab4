import { sql } from 'drizzle-orm'
import type { ChargerEvent } from '@/lib/charging/charger-event'
import type { Database } from '@/lib/db/client'
import { evsePowerKw } from '@/lib/stays/evse-power'

type Place = Pick<ChargerEvent, 'stationId' | 'evseId' | 'connectorId'>
type Reading = Place & Pick<ChargerEvent, 'powerKw' | 'energyKwh' | 'meterKwh'>

const nameOf = ({ stationId, evseId, connectorId }: Place) => JSON.stringify([stationId, evseId ?? connectorId])

/** What the evses of these events give at most, kW, by a name of theirs, as far as the registry of stations says it. */
export async function listEvsePowers(tx: Database, events: readonly Place[]): Promise<ReadonlyMap<string, number>> {
  const places = new Map(
    events.flatMap((event) => {
      const { stationId, evseId, connectorId } = event
      return stationId === null ? [] : [[nameOf(event), { stationId, evseId, connectorId }] as const]
    }),
  )
  if (places.size === 0) return new Map()
  const rows = await tx.execute<Place & { kw: number | null }>(sql`
    select p.*, ${evsePowerKw(sql`p."stationId"`, sql`p."evseId"`, sql`p."connectorId"`)} as kw
    from jsonb_to_recordset(${JSON.stringify([...places.values()])}::text::jsonb)
      as p ("stationId" text, "evseId" text, "connectorId" text)`)
  return new Map(rows.flatMap((row) => (row.kw === null ? [] : [[nameOf(row), row.kw] as const])))
}

/** The most that the evses give at which a vehicle was metered, kW; null where that is not known of each of them. */
export function chargerKwOf(evseKw: ReadonlyMap<string, number>, events: readonly Reading[]): number | null {
  const metered = events.filter(({ powerKw, energyKwh, meterKwh }) => (powerKw ?? energyKwh ?? meterKwh) !== null)
  const powers = metered.map((event) => evseKw.get(nameOf(event)))
  return powers.every((kw) => kw !== undefined) && powers.length > 0 ? Math.max(...powers) : null
}
