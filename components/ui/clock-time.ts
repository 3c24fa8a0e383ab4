const MINUTES_OF_DAY = 24 * 60
const STEP_MINUTES = 15

/**
 * A time of day on 24 hours as people type it; null when it is none.
 *
 * @example clockTimeOf('530') // '05:30'
 */
export function clockTimeOf(typed: string): string | null {
  const [, colonHours, colonMinutes] = /^(\d{1,2})[:.](\d{2})$/.exec(typed.trim()) ?? []
  const [, hours = colonHours, minutes = colonMinutes] = /^(\d{1,2})(\d{2})?$/.exec(typed.trim()) ?? []
  if (hours === undefined) return null
  return written(Number(hours), Number(minutes ?? 0))
}

/** A time of day moved by quarter-hours: from one that is none of them to the next; over midnight to the day's other end. */
export function steppedTime(time: string, steps: number): string {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  const exact = (hours * 60 + minutes) / STEP_MINUTES
  const next = (steps > 0 ? Math.floor(exact) + steps : Math.ceil(exact) + steps) * STEP_MINUTES
  const wrapped = (next + MINUTES_OF_DAY) % MINUTES_OF_DAY
  return written(Math.floor(wrapped / 60), wrapped % 60) ?? time
}

function written(hours: number, minutes: number): string | null {
  if (hours > 23 || minutes > 59) return null
  return `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`
}
