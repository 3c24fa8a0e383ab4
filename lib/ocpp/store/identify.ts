import { sql } from 'drizzle-orm'
import type { Database } from '@/lib/db/client'
import type { SentToken } from '@/lib/ocpp/mapping/id-token'
import { macsOf } from '@/lib/ocpp/mapping/tokens'
import type { Identity } from '@/lib/stations/station-state'

type Registered = { macs: ReadonlySet<string>; aliases: ReadonlyMap<string, string> }

/**
 * Finds out which of the tokens of messages mean a vehicle: by the MAC address of a charging port, or by one of its tokens.
 * A MAC address that nobody has registered is an identity all the same.
 * @returns for each message, in order, by token as it was sent; a token that says nothing of a vehicle is not in it
 */
export async function identify(
  db: Database,
  messages: readonly (readonly SentToken[])[],
): Promise<Map<string, Identity>[]> {
  const registered = await listRegistered(db, messages.flat())
  return messages.map((tokens) => identitiesOf(tokens, registered))
}

async function listRegistered(db: Database, tokens: readonly SentToken[]): Promise<Registered> {
  const macs = tokens.flatMap(({ token, isMac }) => macsOf(token, isMac))
  const [ports, aliases] = await Promise.all([
    db.execute<{ mac: string }>(sql`
      select mac_address as mac from charging_port where mac_address = any(${sql.param(macs)}::text[])`),
    db.execute<{ token: string; id: string }>(sql`
      select lower(t.token) as token, v.id from vehicle_token t join vehicle v on v.key = t.vehicle_key
      where v.deleted_at is null and lower(t.token) = any(${sql.param(tokens.map(({ token }) => token.toLowerCase()))}::text[])`),
  ])
  return {
    macs: new Set(ports.map(({ mac }) => mac)),
    aliases: new Map(aliases.map(({ token, id }) => [token, id])),
  }
}

function identitiesOf(tokens: readonly SentToken[], { macs, aliases }: Registered): Map<string, Identity> {
  const found = new Map<string, Identity>()
  for (const { token, isMac } of tokens) {
    const vehicleId = aliases.get(token.toLowerCase())
    const candidates = macsOf(token, isMac)
    const macAddress = candidates.find((mac) => macs.has(mac)) ?? candidates.at(-1)
    if (vehicleId !== undefined) found.set(token, { vehicleId })
    else if (macAddress) found.set(token, { macAddress })
  }
  return found
}
