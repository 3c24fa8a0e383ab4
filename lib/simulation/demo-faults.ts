import type { Faults } from '@/lib/simulator/night'
import { MINUTE_MS } from '@/lib/time/interval'

/** The first charger's outlet fails so often, and first so long after the start, for so long. */
const FAILS_EVERY_MS = 120 * MINUTE_MS
const FAILS_AFTER_MS = 4 * MINUTE_MS
const FAILS_FOR_MS = 12 * MINUTE_MS

/** What goes wrong in the demo depot: by night and by day one of these vehicles is missing, and one takes too little. */
export function demoFaults(startedAt: number, now: number): Faults {
  const cycle = startedAt + Math.floor((now - startedAt) / FAILS_EVERY_MS) * FAILS_EVERY_MS
  const from = cycle + FAILS_AFTER_MS
  return {
    missing: ['bus-204', 'truck-302'],
    weak: ['bus-206', 'truck-304'],
    failure: { station: 0, from, to: from + FAILS_FOR_MS },
  }
}
