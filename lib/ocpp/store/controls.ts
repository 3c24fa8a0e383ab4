import { sql } from 'drizzle-orm'
import type { Database } from '@/lib/db/client'
import { inTransaction } from '@/lib/db/transaction'
import { newControl, type StationControl } from '@/lib/ocpp/profiles/control'
import type { ConnectedStation } from '@/lib/ocpp/session'
import { shownControl } from '@/lib/ocpp/steering/shown-control'
import { Batches } from '@/lib/ocpp/store/batches'
import { requestPlans } from '@/lib/plan-request/request-plan'

type Row = { station_id: string; control: StationControl }

/** Reads what stations were told and holds it until the transaction ends; a station that never was told is new. */
export async function holdControls(
  tx: Database,
  stationIds: readonly string[],
  now: number,
): Promise<Map<string, StationControl>> {
  const ids = sql.param([...stationIds])
  await tx.execute(sql`
    insert into station_control (station_id, control, shown, updated_at)
    select id, ${JSON.stringify(newControl(now))}::text::jsonb, '{"limits":{}}', ${new Date(now).toISOString()}
    from charging_station where id = any(${ids}::text[])
      and not exists (select 1 from station_control known where known.station_id = id)
    order by id for key share on conflict do nothing`)
  const rows = await tx.execute<Row>(sql`
    select station_id, control from station_control where station_id = any(${ids}::text[]) order by station_id for update`)
  return new Map(rows.map(({ station_id: id, control }) => [id, control]))
}

/**
 * Writes what stations were told, with what is shown of it, and asks for a plan where that is planned otherwise: whether
 * a station follows at all, and whose vehicles cannot pause. The rows are held. Last in a transaction.
 */
export async function storeControls(
  tx: Database,
  controls: ReadonlyMap<string, StationControl>,
  now: number,
): Promise<void> {
  if (controls.size === 0) return
  const rows = [...controls].map(([id, control]) => ({ id, control, shown: shownControl(control) }))
  const written = await tx.execute<{ location_uid: string; is_other: boolean }>(sql`
    update station_control known set control = next.control, shown = next.shown, updated_at = ${new Date(now).toISOString()}
    from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as next (id text, control jsonb, shown jsonb)
      join station_control before on before.station_id = next.id join charging_station s on s.id = next.id
    where known.station_id = next.id
    returning s.location_uid, before.shown -> 'cannotPause' is distinct from known.shown -> 'cannotPause'
      or (before.shown ->> 'steerable' is not distinct from 'none')
        <> (known.shown ->> 'steerable' is not distinct from 'none') as is_other`)
  const uids = written.filter((row) => row.is_other).map((row) => row.location_uid)
  await requestPlans(tx, uids, 'settings-changed', 'A charger follows its plan otherwise now.')
}

/** Changes what a station was told, from what it was at that moment; null: nothing. `result`: what it gives besides. */
export type ControlChange<T> = (control: StationControl) => { control: StationControl; result: T } | null

type StationChange = { stationId: string; change: ControlChange<unknown> }

/** Makes these changes in one transaction, those of one station in their order. @returns the result of each */
export async function changeControls(db: Database, changes: readonly StationChange[], now: number): Promise<unknown[]> {
  return inTransaction(db, async (tx) => {
    const ids = changes.map(({ stationId }) => stationId)
    const held = await holdControls(tx, [...new Set(ids)], now)
    const changed = new Map<string, StationControl>()
    const results = changes.map(({ stationId, change }) => {
      const control = changed.get(stationId) ?? held.get(stationId)
      const next = control && change(control)
      if (next) changed.set(stationId, next.control)
      return next?.result ?? null
    })
    await storeControls(tx, changed, now)
    return results
  })
}

const LIMITS = { mostAtOnce: 200, sideBySide: 2 }

/**
 * Changes what stations were told, that of many stations of a depot in one transaction: a thousand that come back are some
 * batches. A depot's rows are held while it is decided what its stations are told: that holds up its own changes, and those
 * of other depots only where as many are held as there may be side by side.
 */
export class ControlWriter {
  private readonly batches: Batches<StationChange, unknown>

  constructor(db: Database) {
    this.batches = new Batches((changes) => changeControls(db, changes, Date.now()), LIMITS)
  }

  /** @returns what `change` gives besides; null: it changed nothing, or there is no such station. It may be tried again. */
  async change<T>(
    { id, locationUid }: Pick<ConnectedStation, 'id' | 'locationUid'>,
    change: ControlChange<T>,
  ): Promise<T | null> {
    return (await this.batches.add({ stationId: id, change }, locationUid)) as T | null
  }
}
