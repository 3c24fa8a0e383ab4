import { durationWords, type Reading } from '@/components/format/instant-format'
import { numberWords } from '@/components/format/number-format'
import type { Shortfall } from '@/lib/contract/explanations'

/** Two lengths of time are compared in minutes up to here. */
const COMPARED_MINUTES = 120

/**
 * What the vehicle leaves with, and how much is missing, and of what: of the minimum where that is missed, else of the
 * target. The charge stands beside what it should be: a share less is read as a share of it.
 *
 * @param missing SoC points, and kWh
 */
export function missingWords(
  { points, energykWh }: { points: number; energykWh: number },
  { missedMinimumSoc, targetSoc }: Pick<Shortfall, 'missedMinimumSoc' | 'targetSoc'>,
  { text, locale }: Reading,
): string {
  const energy = numberWords(energykWh, locale)
  const predictedOf = (wanted: number) => numberWords(Math.max(0, wanted - points), locale, points < 10 ? 1 : 0)
  return missedMinimumSoc === undefined
    ? text('short.target', { predicted: predictedOf(targetSoc), energy, target: targetSoc })
    : text('short.minimum', { predicted: predictedOf(missedMinimumSoc), energy, minimum: missedMinimumSoc })
}

/** What binds, with its numbers: "The stay is too short: it has 60 min, full power to 90 % needs 96 min." */
export function causeWords(shortfall: Shortfall, reading: Reading): string {
  const { cause, targetSoc } = shortfall
  const { neededMinutes, availableMinutes } = wholeMinutes(shortfall)
  const needed = minutesWords(neededMinutes, reading)
  const available = minutesWords(availableMinutes, reading)
  switch (cause) {
    case 'cannot-charge':
      return reading.text('cause.cannot-charge')
    case 'site-limit':
      return reading.text('cause.site-limit', { needed, available })
    default:
      return reading.text(`cause.${cause}`, { needed, available, target: targetSoc })
  }
}

/** How much longer the stay would have to be at full power, as the numbers in its words differ; 0 where it is not. */
export function lackingMinutes(shortfall: Shortfall): number {
  if (shortfall.neededMinutes <= shortfall.availableMinutes) return 0
  const { neededMinutes, availableMinutes } = wholeMinutes(shortfall)
  return neededMinutes - availableMinutes
}

/** What is needed is rounded up, what there is down. */
function wholeMinutes({ neededMinutes, availableMinutes }: Shortfall) {
  return { neededMinutes: Math.ceil(neededMinutes - 1e-6), availableMinutes: Math.floor(availableMinutes + 1e-6) }
}

function minutesWords(minutes: number, reading: Reading): string {
  return minutes < COMPARED_MINUTES
    ? reading.text('time.durationMinutes', { minutes })
    : durationWords(minutes * 60_000, reading)
}
