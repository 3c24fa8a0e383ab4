const HOUR_MS = 3_600_000

/** How far ahead the board can look, in hours. */
export const BOARD_HOURS = [6, 12, 24, 48] as const
export type BoardHours = (typeof BOARD_HOURS)[number]

/** The board's range that somebody chose, else 12 hours. */
export function boardHoursOf(chosen: string | null): BoardHours {
  return BOARD_HOURS.find((hours) => String(hours) === chosen) ?? 12
}

/**
 * The board on which a departure stands: the one that is looked at when it reaches that far, so that nothing else has to
 * be asked for, else the shortest that does. Null for a departure that is over or beyond all of them.
 */
export function boardShowing(departure: number, now: number, chosen: BoardHours): BoardHours | null {
  if (departure < now) return null
  const reaches = (hours: BoardHours) => departure <= now + hours * HOUR_MS
  return reaches(chosen) ? chosen : (BOARD_HOURS.find(reaches) ?? null)
}
