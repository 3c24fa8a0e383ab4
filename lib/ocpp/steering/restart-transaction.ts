import { sql } from 'drizzle-orm'
import type { Database } from '@/lib/db/client'
import { log } from '@/lib/log'
import { type Command, commandCall, commandResult } from '@/lib/ocpp/calls/command-call'
import type { StationSession } from '@/lib/ocpp/session'
import { startTokenOf } from '@/lib/ocpp/store/commands'

type Session = Pick<StationSession, 'station' | 'state' | 'call'>

/** How long a station has to end a transaction that it has agreed to end. */
const ENDS_WITHIN_MS = 30_000
/** How long one that is started has to begin before it is started again, and how often it is started. */
const BEGINS_WITHIN_MS = 10_000
const STARTS = 3
const LOOK_EVERY_MS = 100

/** Begins the transaction of an evse of a station anew: its vehicle did not come back after a pause. */
export async function restartSleeping(db: Database, session: Session, key: string): Promise<void> {
  const token = await tokenAt(db, session.station.id, key)
  if (token !== null) await restartTransaction(session, Number(key), token)
}

/**
 * Stops the transaction of an evse and starts one with this token, as often as it takes to begin, if the vehicle is still
 * there.
 * @returns whether one has begun
 */
export async function restartTransaction(session: Session, evseId: number, token: string): Promise<boolean> {
  const before = session.state.evses[evseId]
  log.info({ station: session.station.id, evseId }, 'a vehicle did not come back after a pause: it is started anew')
  if (!(await tell(session, { type: 'stop', evseId }, token))) return false
  const isOver = () => session.state.evses[evseId]?.transaction?.id !== before?.transaction?.id
  if (!(await until(isOver, ENDS_WITHIN_MS)) || session.state.evses[evseId]?.transaction) return false
  const hasGone = () => before?.pluggedAt !== undefined && session.state.evses[evseId]?.pluggedAt === undefined
  return startTransaction(session, { evseId, token, hasGone })
}

async function startTransaction(
  session: Session,
  { evseId, token, hasGone }: { evseId: number; token: string; hasGone: () => boolean },
): Promise<boolean> {
  const hasBegun = () => session.state.evses[evseId]?.transaction !== undefined
  for (let starts = 0; starts < STARTS && !hasGone(); starts += 1) {
    await tell(session, { type: 'start', evseId }, token)
    if ((await until(() => hasBegun() || hasGone(), BEGINS_WITHIN_MS)) && hasBegun()) return true
  }
  if (!hasGone())
    log.warn({ station: session.station.id, evseId }, 'a transaction was ended and could not be begun again')
  return false
}

/** Whether something becomes true within a time. */
async function until(isSo: () => boolean, ms: number): Promise<boolean> {
  for (let waited = 0; !isSo() && waited < ms; waited += LOOK_EVERY_MS) await pause(LOOK_EVERY_MS)
  return isSo()
}

async function tell(session: Session, command: Command, token: string): Promise<boolean> {
  const number = Math.floor(Date.now() / 1000)
  const call = commandCall(session.station.protocol, command, session.state, { number, token })
  return 'action' in call && commandResult(await session.call(call.action, call.payload)).status === 'accepted'
}

/** The token of the vehicle that is connected there: its first one, else its MAC address; null: nobody knows it. */
async function tokenAt(db: Database, stationId: string, evseId: string): Promise<string | null> {
  const [row] = await db.execute<{ id: string }>(sql`
    select v.id from charging_session c join vehicle v on v.key = c.vehicle_key
    where c.station_id = ${stationId} and c.evse_id = ${evseId} and c.disconnected_at is null
    order by c.connected_at desc limit 1`)
  return row ? startTokenOf(db, row.id) : null
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms).unref())
}
