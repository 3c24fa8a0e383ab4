import type { DepotStay } from '@/lib/stays/depot-stay'
import { HOUR_MS, MINUTE_MS } from '@/lib/time/interval'

/** A vehicle may be connected this long before its planned arrival and still be in that stay. */
const EARLIEST_MS = 4 * HOUR_MS

/** A vehicle that is due and absent is expected after as long again as it is late, within these bounds. */
const SOONEST_MS = 5 * MINUTE_MS
const LATEST_MS = 60 * MINUTE_MS

/** One that is later than this is planned with what the others leave. */
const NO_SHOW_MS = 2 * HOUR_MS

/** A vehicle that is unplugged at its target so shortly before its departure has left. */
const LEAVES_EARLY_MS = HOUR_MS

/** When a vehicle can charge in a stay (epoch ms), as planning sees it. */
export type Presence = {
  from: number
  to: number
  marginMinutes: number
  /** 1: served after all that those of rank 0 need. */
  rank: number
  /**
   * `unheard`: due, and its chargers have yet to say whether it is there. `absent`: due, but the chargers have not seen it.
   * `left`: unplugged to leave, before its planned departure. `overdue`: still connected after its departure.
   */
  state: 'expected' | 'unheard' | 'here' | 'absent' | 'left' | 'overdue'
}

type Circumstances = {
  now: number
  followsEvents: boolean
  /** Its chargers are only just connecting: of a stay that they have said nothing of, nothing is known yet. */
  areConnecting?: boolean
  marginMinutes: number
  /** It has the SoC that it is to leave with. */
  isAtTarget: boolean
  /** How long the vehicle needs to its target at its own full power. */
  fullPowerMs: number
}

/**
 * Presence beats the timetable where the chargers say which vehicles are there: a connected vehicle is there from its connection;
 * one that is due and absent is expected after as long again as it is late, and served after the others once it is two
 * hours late; one that is unplugged at its target within an hour of its departure, or in its margin, has left; one that
 * is still connected after its departure leaves when it can be full. Elsewhere the timetable holds, and so it does of a stay
 * of which chargers that are only just connecting have said nothing.
 * @returns null when the stay is over
 */
export function presenceOf(stay: DepotStay, circumstances: Circumstances): Presence | null {
  const { now, followsEvents, areConnecting = false, marginMinutes, fullPowerMs } = circumstances
  const { arrival, departure } = stay
  const { connectedAt, disconnectedAt } = stay.measured
  const planned = { from: arrival, to: departure, marginMinutes, rank: 0 }
  if (!followsEvents) {
    if (departure <= now) return null
    return { ...planned, state: arrival > now ? 'expected' : areConnecting ? 'unheard' : 'here' }
  }
  const connected = connectedAt !== null && disconnectedAt === null
  if (connected && departure <= now)
    return { from: connectedAt, to: now + fullPowerMs, marginMinutes: 0, rank: 1, state: 'overdue' }
  if (departure <= now) return null
  if (connected) return { ...planned, from: Math.max(connectedAt, arrival - EARLIEST_MS), state: 'here' }
  if (hasLeft(stay, circumstances)) return { ...planned, state: 'left' }
  if (arrival > now) return { ...planned, state: 'expected' }
  if (areConnecting && connectedAt === null) return { ...planned, state: 'unheard' }
  const lateMs = now - Math.max(arrival, disconnectedAt ?? arrival)
  const expected = now + Math.min(LATEST_MS, Math.max(SOONEST_MS, lateMs))
  return { ...planned, from: Math.min(expected, departure), rank: lateMs > NO_SHOW_MS ? 1 : 0, state: 'absent' }
}

/** Unplugged at its target within an hour of its departure, or in its margin with whatever it has. */
function hasLeft({ departure, measured }: DepotStay, { marginMinutes, isAtTarget }: Circumstances): boolean {
  if (measured.disconnectedAt === null) return false
  const earliest = isAtTarget ? Math.max(LEAVES_EARLY_MS, marginMinutes * MINUTE_MS) : marginMinutes * MINUTE_MS
  return measured.disconnectedAt >= departure - earliest
}
