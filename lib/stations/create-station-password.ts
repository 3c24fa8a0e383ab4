import { eq } from 'drizzle-orm'
import type { Context } from '@/lib/context'
import type { StationPassword } from '@/lib/contract/station'
import { chargingStation } from '@/lib/db/schema'
import { inTransaction } from '@/lib/db/transaction'
import { authorizationKeyOf, newPassword, passwordHash } from '@/lib/stations/password'
import { recordStationPassword } from '@/lib/stations/record-station'
import { getStoredStation } from '@/lib/stations/stored-station'

/**
 * Gives a station a new password, which counts from its next connection on; an open one stays.
 * @returns the password, which is nowhere else
 * @throws Refusal 404
 */
export async function createStationPassword(context: Context, stationId: string): Promise<StationPassword> {
  const { id, attributes } = await getStoredStation(context, stationId)
  const password = newPassword()
  await inTransaction(context.db, async (tx) => {
    await tx
      .update(chargingStation)
      .set({ passwordHash: passwordHash(Buffer.from(password)) })
      .where(eq(chargingStation.id, id))
    await recordStationPassword({ ...context, db: tx }, id, attributes.locationUid)
  })
  return { password, authorizationKey: authorizationKeyOf(password) }
}
