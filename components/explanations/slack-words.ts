import { durationWords, type Reading } from '@/components/format/instant-words'
import type { Explanation } from '@/lib/contract/explanations'

const MINUTE_MS = 60_000

/**
 * The time that full power leaves over: to the target, and to the minimum where that is another. Null where no power is
 * allowed, so that there is nothing to say.
 */
export function slackWords(
  { targetMinutes, minimumMinutes }: Explanation['slack'],
  minimumSoc: number | undefined,
  reading: Reading,
): string | null {
  if (targetMinutes === undefined) return null
  if (targetMinutes > -1 && targetMinutes < 1) return reading.text('slack.none')
  const time = lengthWords(targetMinutes, reading)
  if (targetMinutes > 0) return reading.text('slack.spare', { time })
  const hasMinimum = minimumSoc !== undefined && minimumSoc > 0
  if (!hasMinimum || minimumMinutes === undefined || minimumMinutes < 1) return reading.text('slack.lacks', { time })
  return reading.text('slack.both', { lack: time, spare: lengthWords(minimumMinutes, reading) })
}

/** What is there is rounded down, what is missing up. */
function lengthWords(minutes: number, reading: Reading): string {
  return durationWords(Math.abs(Math.floor(minutes)) * MINUTE_MS, reading)
}
