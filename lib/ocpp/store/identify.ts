import { sql } from 'drizzle-orm'
import type { Database } from '@/lib/db/client'
import { macsOf } from '@/lib/ocpp/mapping/tokens'
import type { Identity } from '@/lib/stations/station-state'

/**
 * Finds out which of these tokens mean a vehicle: by the MAC address of a charging port, or by one of its tokens. A MAC
 * address that nobody has registered is an identity all the same.
 * @returns by token as it was sent; a token that says nothing of a vehicle is not in it
 */
export async function identify(
  db: Database,
  tokens: readonly { token: string; isMac: boolean }[],
): Promise<Map<string, Identity>> {
  const found = new Map<string, Identity>()
  if (tokens.length === 0) return found
  const macs = new Map(tokens.map(({ token, isMac }) => [token, macsOf(token, isMac)]))
  const [ports, aliases] = await Promise.all([
    db.execute<{ mac: string }>(sql`
      select mac_address as mac from charging_port where mac_address = any(${sql.param([...macs.values()].flat())}::text[])`),
    db.execute<{ token: string; id: string }>(sql`
      select lower(t.token) as token, v.id from vehicle_token t join vehicle v on v.key = t.vehicle_key
      where v.deleted_at is null and lower(t.token) = any(${sql.param(tokens.map(({ token }) => token.toLowerCase()))}::text[])`),
  ])
  const known = new Set(ports.map(({ mac }) => mac))
  for (const { token } of tokens) {
    const alias = aliases.find((each) => each.token === token.toLowerCase())
    const candidates = macs.get(token) ?? []
    const macAddress = candidates.find((mac) => known.has(mac)) ?? candidates.at(-1)
    if (alias) found.set(token, { vehicleId: alias.id })
    else if (macAddress) found.set(token, { macAddress })
  }
  return found
}
