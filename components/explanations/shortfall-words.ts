import { durationWords, type Reading } from '@/components/format/instant-words'
import { numberWords } from '@/components/format/number-words'
import type { Shortfall } from '@/lib/contract/explanations'

/** Two lengths of time are compared in minutes up to here. */
const COMPARED_MINUTES = 120

/** A shortfall in two sentences: how much of what is missing, and why. */
export function shortfallWords(shortfall: Shortfall, reading: Reading): string {
  const { missedMinimumSoc, endSoc, missingPoints, missingKwh } = shortfall
  const points = missedMinimumSoc === undefined ? missingPoints : missedMinimumSoc - endSoc
  const energykWh = missingPoints > 0 ? (missingKwh * points) / missingPoints : missingKwh
  return `${missingWords({ points, energykWh }, shortfall, reading)} ${causeWords(shortfall, reading)}`
}

/**
 * How much is missing, and of what: of the minimum where that is missed, else of the target.
 *
 * @param missing SoC points, and kWh where the battery is known
 */
export function missingWords(
  { points, energykWh }: { points: number; energykWh: number },
  { missedMinimumSoc, targetSoc }: Pick<Shortfall, 'missedMinimumSoc' | 'targetSoc'>,
  { text, locale }: Reading,
): string {
  const numbers = { points: numberWords(points, locale, points < 10 ? 1 : 0), energy: numberWords(energykWh, locale) }
  if (missedMinimumSoc !== undefined) return text('short.minimum', { ...numbers, minimum: missedMinimumSoc })
  return text('short.target', { ...numbers, target: targetSoc })
}

/** What binds, with its numbers: "The stay is too short: it has 60 min, full power to 90 % needs 96 min." */
export function causeWords(shortfall: Shortfall, reading: Reading): string {
  const { cause, neededMinutes, availableMinutes, targetSoc } = shortfall
  const needed = minutesWords(Math.ceil(neededMinutes - 1e-6), reading)
  const available = minutesWords(Math.floor(availableMinutes + 1e-6), reading)
  switch (cause) {
    case 'cannot-charge':
      return reading.text('cause.cannot-charge')
    case 'site-limit':
      return reading.text('cause.site-limit', { needed, available })
    default:
      return reading.text(`cause.${cause}`, { needed, available, target: targetSoc })
  }
}

function minutesWords(minutes: number, reading: Reading): string {
  return minutes < COMPARED_MINUTES
    ? reading.text('time.durationMinutes', { minutes })
    : durationWords(minutes * 60_000, reading)
}
