import { malformed } from '@/lib/errors'
import { DAY_MS, type Interval, QUARTER_MS } from '@/lib/time/interval'

const LONGEST_MS = 92 * DAY_MS
/** The last whole quarter-hour that ISO 8601 writes with four digits of the year. */
const END_OF_TIME_MS = Date.UTC(9999, 11, 31, 23, 45)

/**
 * A time that a load is asked for (epoch ms), widened to whole quarter-hours.
 * @throws Refusal `malformed` when it is empty or longer than 92 days
 */
export function loadRange({ from, to }: Interval): Interval {
  if (to <= from) throw malformed([{ path: 'to', message: 'must be later than from' }])
  if (to - from > LONGEST_MS) throw malformed([{ path: 'to', message: 'must be at most 92 days after from' }])
  const floor = Math.floor(from / QUARTER_MS) * QUARTER_MS
  return {
    from: Math.min(floor, END_OF_TIME_MS - QUARTER_MS),
    to: Math.min(Math.ceil(to / QUARTER_MS) * QUARTER_MS, END_OF_TIME_MS),
  }
}
