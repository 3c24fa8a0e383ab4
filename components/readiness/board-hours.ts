/** How far ahead the board can look, in hours. */
export const BOARD_HOURS = [6, 12, 24, 48] as const
export type BoardHours = (typeof BOARD_HOURS)[number]

/** The board's range that somebody chose, else 12 hours. */
export function boardHoursOf(chosen: string | null): BoardHours {
  return BOARD_HOURS.find((hours) => String(hours) === chosen) ?? 12
}
