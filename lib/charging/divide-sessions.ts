import type { Session } from '@/lib/charging/derive-sessions'
import { HOUR_MS, includes } from '@/lib/time/interval'

/** A stay's planned time and place. Instants epoch ms. */
export type PlannedStay = { key: number; locationUid: string; arrival: number; departure: number }

/** The part of a session that belongs to a stay; `to` null: still connected. */
export type SessionPart<S = Session> = { stayKey: number; session: S; from: number; to: number | null }

/** What of a session is needed to divide it. */
type Divisible = Pick<Session, 'connectedAt' | 'disconnectedAt' | 'locationUid'> & { events: readonly { at: number }[] }

/** A vehicle may be connected this long before its planned arrival and still be in that stay. */
const EARLIEST_MS = 4 * HOUR_MS

/**
 * Decides which stay each session belongs to. A connection is of the stay that is ongoing by its times, else of the next
 * one when that begins within 4 hours. A vehicle that stays connected past its departure stays in that stay until the
 * next one there begins. A connection that belongs to none yet comes to the next stay 4 hours before it begins; one that
 * has ended before it begins was not of it.
 * @param now epoch ms: what is still connected is connected until now
 */
export function divideSessions<S extends Divisible>(
  stays: readonly PlannedStay[],
  sessions: readonly S[],
  now: number,
): SessionPart<S>[] {
  const ordered = stays.toSorted((a, b) => a.arrival - b.arrival || a.key - b.key)
  return sessions.flatMap((session) => divide(ordered, session, now))
}

function divide<S extends Divisible>(ordered: readonly PlannedStay[], session: S, now: number): SessionPart<S>[] {
  const { connectedAt, disconnectedAt, locationUid } = session
  const here = ordered.filter((stay) => locationUid === null || stay.locationUid === locationUid)
  const lastAt = session.events.at(-1)?.at ?? connectedAt
  const until = disconnectedAt ?? Math.max(now, lastAt)
  const parts: SessionPart<S>[] = []
  let owner = ownerAt(here, connectedAt)
  let from = connectedAt
  for (const next of here) {
    if (next.arrival <= (owner?.arrival ?? connectedAt)) continue
    const passes = Math.max(from, owner ? next.arrival : next.arrival - EARLIEST_MS)
    if (passes >= until) break
    if (owner) {
      parts.push({ stayKey: owner.key, session, from, to: passes })
      from = passes
    }
    owner = next
  }
  if (!owner || (disconnectedAt !== null && disconnectedAt <= owner.arrival)) return parts
  return [...parts, { stayKey: owner.key, session, from, to: disconnectedAt }]
}

function ownerAt(ordered: readonly PlannedStay[], instant: number): PlannedStay | undefined {
  const ongoing = ordered.findLast(({ arrival, departure }) => includes({ from: arrival, to: departure }, instant))
  return ongoing ?? ordered.find(({ arrival }) => arrival > instant && arrival - EARLIEST_MS <= instant)
}
