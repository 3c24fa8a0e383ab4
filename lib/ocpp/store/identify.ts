import { sql } from 'drizzle-orm'
import type { Database } from '@/lib/db/client'
import { macsOf } from '@/lib/ocpp/mapping/tokens'
import type { Identity } from '@/lib/stations/station-state'

/**
 * Finds out which of these tokens mean a vehicle, by the MAC address of a charging port. A MAC address that nobody has
 * registered is an identity all the same.
 * @returns by token as it was sent; a token that says nothing of a vehicle is not in it
 */
export async function identify(
  db: Database,
  tokens: readonly { token: string; isMac: boolean }[],
): Promise<Map<string, Identity>> {
  const found = new Map<string, Identity>()
  if (tokens.length === 0) return found
  const macs = new Map(tokens.map(({ token, isMac }) => [token, macsOf(token, isMac)]))
  const ports = await db.execute<{ mac: string }>(sql`
    select mac_address as mac from charging_port where mac_address = any(${sql.param([...macs.values()].flat())}::text[])`)
  const known = new Set(ports.map(({ mac }) => mac))
  for (const { token } of tokens) {
    const candidates = macs.get(token) ?? []
    const macAddress = candidates.find((mac) => known.has(mac)) ?? candidates.at(-1)
    if (macAddress) found.set(token, { macAddress })
  }
  return found
}
