import { type Session, SILENT_MS } from '@/lib/charging/derive-sessions'
import { divideSessions, type PlannedStay } from '@/lib/charging/divide-sessions'

/**
 * Ends the connections that nothing has been heard of for too long: two hours after both their departure and their last
 * word. Silence counts only where meter values used to come and the vehicle should be charging: it was drawing power
 * when it was last heard of, or it stands there past its departure below its target. Such a connection ended when it was
 * last heard of, for nobody knows more.
 * @param now epoch ms
 */
export function releaseSilent(
  sessions: readonly Session[],
  stays: readonly (PlannedStay & { targetSoc: number })[],
  now: number,
): Session[] {
  return sessions.map((session) => {
    const { endedBy, disconnectedAt, lastWordAt, reportsMeter } = session
    if (endedBy === 'word' || !reportsMeter) return session
    const known = divideSessions(stays, [{ ...session, disconnectedAt: lastWordAt + 1 }], lastWordAt + 1)
    const stay = stays.find(({ key }) => key === known.at(-1)?.stayKey)
    const shouldCharge = session.drawsPower || (stay !== undefined && (session.lastSoc ?? 0) < stay.targetSoc)
    const releasedAt = Math.max(lastWordAt, stay?.departure ?? lastWordAt) + SILENT_MS
    const isReleased = shouldCharge && (disconnectedAt ?? now) > releasedAt
    return isReleased ? { ...session, disconnectedAt: lastWordAt } : session
  })
}
