import { DAY_MS, MINUTE_MS } from '@/lib/time/interval'

/** A charger whose clock is further ahead than this has a wrong one. */
const AHEAD_MS = 2 * MINUTE_MS

/** A clock that has lost its time begins in 1970 or 2000. */
const FIRST_INSTANT = Date.UTC(2020, 0, 1)

const OLDEST_MS = 400 * DAY_MS

export type BelievedTime = { at: number; estimated: boolean } | { error: string }

/**
 * When an event happened. A time that cannot be is replaced by that of the receipt; older events keep their time.
 * @param place the event's place in its request and how many there are: events of one request keep their order, and none
 *   is later than the receipt
 */
export function believeClock(
  timestamp: number,
  receivedAt: number,
  place: { index: number; count: number },
): BelievedTime {
  if (timestamp > receivedAt + AHEAD_MS || timestamp < FIRST_INSTANT)
    return { at: receivedAt - (place.count - 1 - place.index), estimated: true }
  if (timestamp < receivedAt - OLDEST_MS) return { error: 'timestamp: lies over 400 days back' }
  return { at: timestamp, estimated: false }
}
