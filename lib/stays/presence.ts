import type { DepotStay } from '@/lib/stays/depot-stay'
import { HOUR_MS, MINUTE_MS } from '@/lib/time/interval'

/** A vehicle may be connected this long before its planned arrival and still be in that stay. */
const EARLIEST_MS = 4 * HOUR_MS

/** A vehicle that is due and not connected is planned as if it came this soon. */
const EXPECTED_IN_MS = 5 * MINUTE_MS

/**
 * Below every priority that can be posted (−100…100): what a vehicle still wants after its departure comes after what the
 * others need to leave.
 */
const OVERDUE_PRIORITY = -1_000

/** When a vehicle can charge in a stay (epoch ms), as planning sees it. */
export type Presence = {
  from: number
  to: number
  marginMinutes: number
  priority: number
  /** `absent`: due, but the chargers have not seen it. `overdue`: still connected after its departure. */
  state: 'expected' | 'here' | 'absent' | 'overdue'
}

type Circumstances = {
  now: number
  followsEvents: boolean
  marginMinutes: number
  /** How long the vehicle needs to its target at its own full power. */
  fullPowerMs: number
}

/**
 * Presence beats the timetable where the chargers say which vehicles are there: a connected vehicle is there from its connection;
 * one that is due and absent comes in five minutes; one that is still connected after its departure and below its
 * target leaves when it can be full. Elsewhere the timetable holds.
 * @returns null when the stay is over
 */
export function presenceOf(stay: DepotStay, circumstances: Circumstances): Presence | null {
  const { now, followsEvents, marginMinutes, fullPowerMs } = circumstances
  const { arrival, departure, priority } = stay
  const { connectedAt, disconnectedAt } = stay.measured
  const connected = connectedAt !== null && disconnectedAt === null
  const planned = { from: arrival, to: departure, marginMinutes, priority }
  if (!followsEvents) {
    if (departure <= now) return null
    return { ...planned, state: arrival <= now ? 'here' : 'expected' }
  }
  if (connected && departure <= now) {
    if (fullPowerMs <= 0) return null
    return { from: connectedAt, to: now + fullPowerMs, marginMinutes: 0, priority: OVERDUE_PRIORITY, state: 'overdue' }
  }
  if (departure <= now) return null
  if (connected) return { ...planned, from: Math.max(connectedAt, arrival - EARLIEST_MS), state: 'here' }
  if (arrival > now) return { ...planned, state: 'expected' }
  return { ...planned, from: Math.min(now + EXPECTED_IN_MS, departure), state: 'absent' }
}
