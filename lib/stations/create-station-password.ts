import { eq } from 'drizzle-orm'
import type { Context } from '@/lib/context'
import type { StationPassword } from '@/lib/contract/station'
import { chargingStation } from '@/lib/db/schema'
import { authorizationKeyOf, newPassword, passwordHash } from '@/lib/stations/password'
import { getStoredStation } from '@/lib/stations/stored-station'

/**
 * Gives a station a new password, which counts from its next connection on; an open one stays.
 * @returns the password, which is nowhere else
 * @throws Refusal 404
 */
export async function createStationPassword(context: Context, stationId: string): Promise<StationPassword> {
  const { id } = await getStoredStation(context, stationId)
  const password = newPassword()
  await context.db
    .update(chargingStation)
    .set({ passwordHash: passwordHash(Buffer.from(password)) })
    .where(eq(chargingStation.id, id))
  return { password, authorizationKey: authorizationKeyOf(password) }
}
