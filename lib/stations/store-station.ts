import { eq, sql } from 'drizzle-orm'
import { canSeeLocation, type Principal } from '@/lib/context'
import type { Database } from '@/lib/db/client'
import { chargingStation, stationWaiting } from '@/lib/db/schema'
import { impossible } from '@/lib/errors'
import { requestPlans } from '@/lib/plan-request/request-plan'
import { impossibilities, type StationAttributes } from '@/lib/stations/station-attributes'

/** Refuses attributes that cannot be stored. @throws Refusal 422 (impossible together, unknown location) */
export async function checkStorable(tx: Database, who: Principal, next: StationAttributes): Promise<void> {
  const faults = impossibilities(next)
  const [known] = await tx.execute(sql`select 1 from location where uid = ${next.locationUid}`)
  if (!known || !canSeeLocation(who, next.locationUid))
    faults.push({ path: 'locationUid', message: `names an unknown location (${next.locationUid})` })
  if (faults.length > 0) throw impossible(faults)
}

/** The columns of `charging_station` for these attributes. */
export function columnsOf(next: StationAttributes, now: number) {
  return {
    updatedAt: new Date(now),
    locationUid: next.locationUid,
    name: next.name ?? null,
    maxPowerKw: next.maxPowerkW ?? null,
    safePowerKw: next.safePowerkW ?? null,
    allowRestart: next.allowRestart,
    allowWithoutPassword: next.allowWithoutPassword,
    evses: next.evses,
  }
}

/**
 * Takes an identity from the list of those that wait; with `keepPassword` the password that it tried last is the
 * station's from now on.
 * @throws Refusal 422 when there is none to keep
 */
export async function adoptWaiting(tx: Database, stationId: string, keepPassword: boolean): Promise<void> {
  const [waiting] = await tx.delete(stationWaiting).where(eq(stationWaiting.id, stationId)).returning()
  if (!keepPassword) return
  if (!waiting?.passwordHash)
    throw impossible([
      {
        path: 'keepPassword',
        message: `needs a station ${stationId} that waits and has tried a password. Make one for it instead.`,
      },
    ])
  await tx.update(chargingStation).set({ passwordHash: waiting.passwordHash }).where(eq(chargingStation.id, stationId))
}

/** Asks for plans where a station is, and was, because what it can give has changed. Last in a transaction. */
export async function requestStationPlans(
  tx: Database,
  stationId: string,
  locationUids: readonly string[],
): Promise<void> {
  await requestPlans(tx, locationUids, 'settings-changed', `The charging station ${stationId} changed.`)
}
