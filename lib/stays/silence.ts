import { elapsedSegments } from '@/lib/stays/delivered'
import type { DepotStay } from '@/lib/stays/depot-stay'
import { MINUTE_MS } from '@/lib/time/interval'

/** Where meter values used to come, this long without one says that something is wrong. */
export const SILENT_MS = 15 * MINUTE_MS

/**
 * Since when nothing has been heard of a connected vehicle (epoch ms), or null. Silence counts where meter values used to
 * come, and only the time in which power is ordered: by the plans, or, where there is none, by the power that it drew.
 */
export function silentSince(stay: DepotStay, now: number): number | null {
  const { connectedAt, disconnectedAt, lastEventAt, reportsMeter, drawsPower } = stay.measured
  if (connectedAt === null || disconnectedAt !== null || lastEventAt === null || !reportsMeter) return null
  const silentMs = stay.incumbent ? orderedMs(stay, lastEventAt, now) : drawsPower ? now - lastEventAt : 0
  return silentMs >= SILENT_MS ? lastEventAt : null
}

function orderedMs({ elapsed, incumbent }: DepotStay, from: number, to: number): number {
  let ms = 0
  for (const segment of elapsedSegments(elapsed, incumbent?.plan.segments ?? [], to))
    if (segment.powerkW > 0) ms += Math.max(0, Math.min(segment.to, to) - Math.max(segment.from, from))
  return ms
}

/** Until when it may be said what a vehicle draws: a silence is no charging. Epoch ms, at most `now`. */
export function heardUntil({ measured: { lastEventAt, reportsMeter } }: DepotStay, now: number): number {
  return reportsMeter && lastEventAt !== null ? Math.min(now, lastEventAt + SILENT_MS) : now
}
