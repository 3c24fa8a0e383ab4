import { HOUR_MS } from '@/lib/time/interval'
import { timeZone } from '@/lib/time/time-zone'

/** A wall clock that a change of the clock makes doubtful: skipped by it, or there twice. */
export type ClockChange = 'skipped' | 'twice'

/** What a change of `zone`'s clock does to a wall clock (`2026-03-29T02:30`); null for every ordinary one. */
export function clockChangeOf(value: string, zone: string): ClockChange | null {
  const wall = Date.parse(`${value}Z`)
  if (!/T\d{2}:\d{2}$/.test(value) || !Number.isFinite(wall)) return null
  const clock = timeZone(zone)
  const instant = clock.toInstant(wall)
  if (clock.toWall(instant) !== wall) return 'skipped'
  // Clocks go back by half an hour or an hour.
  return [HOUR_MS / 2, HOUR_MS].some((later) => clock.toWall(instant + later) === wall) ? 'twice' : null
}
