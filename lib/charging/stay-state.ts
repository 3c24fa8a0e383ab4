import type { SessionPart } from '@/lib/charging/divide-sessions'
import { type BelievedSession, chargingTimes, type Metered } from '@/lib/charging/metering'
import type { SocCourse } from '@/lib/charging/soc-course'
import type { StayState } from '@/lib/stays/write-measurements'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '@/lib/time/interval'

/** A part of a session with what was metered in the session and its SoC. */
export type MeasuredPart = SessionPart<BelievedSession> & { metered: readonly Metered[]; socAt: SocCourse }

export const UNKNOWN: StayState = {
  connectedAt: null,
  disconnectedAt: null,
  chargingStartedAt: null,
  chargingEndedAt: null,
  measuredStartSoc: null,
  measuredSoc: null,
  measuredSocAt: null,
}

/** A vehicle that was unplugged for longer may have been driven. */
const REPLUGGED_MS = 30 * MINUTE_MS

/**
 * What was read long before a stay was not measured in it, unless the charger has spoken since: nobody knows whether the
 * vehicle is still there, nor what it was charged in the stay before, from which the connection goes on.
 */
const SPOKEN_BEFORE_MS = { ofItsOwn: DAY_MS, goesOn: 4 * HOUR_MS }

/**
 * The state of a stay, which is planned to begin at `arrival`, from the parts of sessions that belong to it, in order: a
 * vehicle may be replugged in between. What was read before it was away does not count.
 */
export function stayState(parts: readonly MeasuredPart[], arrival: number): StayState {
  const first = parts[0]
  const last = parts.at(-1)
  if (!first || !last) return UNKNOWN
  const charged = parts.flatMap(chargedIn)
  const ended = charged.at(-1)
  const socs = parts
    .slice(backSince(parts))
    .filter((part) => isOfNow(part, arrival))
    .flatMap(socOf)
  return {
    connectedAt: first.from,
    disconnectedAt: last.to,
    chargingStartedAt: charged[0]?.from ?? null,
    chargingEndedAt: ended ? ended.to : null,
    measuredStartSoc: socs[0]?.start ?? null,
    measuredSoc: socs.at(-1)?.soc ?? null,
    measuredSocAt: socs.at(-1)?.at ?? null,
  }
}

/** The first part after the vehicle was away for the last time. */
function backSince(parts: readonly MeasuredPart[]): number {
  return parts.findLastIndex(({ from }, index) => from - (parts[index - 1]?.to ?? from) > REPLUGGED_MS || index === 0)
}

function isOfNow({ session, from }: MeasuredPart, arrival: number): boolean {
  const { ofItsOwn, goesOn } = SPOKEN_BEFORE_MS
  return arrival - session.lastWordAt <= (from > session.connectedAt ? goesOn : ofItsOwn)
}

/** The times of charging inside a part. */
function chargedIn({ session, from, to }: MeasuredPart): { from: number; to: number | null }[] {
  return chargingTimes(session).flatMap((time) => {
    const begins = Math.max(time.from, from)
    const ends = time.to === null || (to !== null && to < time.to) ? to : time.to
    return ends !== null && ends <= begins ? [] : [{ from: begins, to: ends }]
  })
}

/** The SoC at a part's beginning, and at the last moment of it of which anything is known. */
function socOf({ session, from, to, metered, socAt }: MeasuredPart): { start: number; soc: number; at: number }[] {
  const end = to ?? Number.POSITIVE_INFINITY
  const readAt = session.events.findLast(({ at, soc }) => soc !== null && at <= end)?.at ?? from
  const meteredUntil = Math.min(end, metered.findLast((part) => part.from < end)?.to ?? from)
  const at = Math.max(from, readAt, meteredUntil)
  const [start, soc] = [socAt(from), socAt(at)]
  return start === null || soc === null ? [] : [{ start, soc, at }]
}
