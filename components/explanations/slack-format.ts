import { lackingMinutes } from '@/components/explanations/shortfall-format'
import { durationWords, type Reading } from '@/components/format/instant-format'
import type { Explanation } from '@/lib/contract/explanations'
import { MINUTE_MS } from '@/lib/time/interval'

/**
 * The time that full power leaves over on top of the departure margin: to the target, and to the minimum where that is
 * another. A stay that is too short has no margin left, so what it lacks is what the shortfall's own words say. Null
 * where no power is allowed, so that there is nothing to say.
 */
export function slackWords(
  { slack: { targetMinutes, minimumMinutes }, shortfall }: Pick<Explanation, 'slack' | 'shortfall'>,
  minimumSoc: number | undefined,
  reading: Reading,
): string | null {
  if (targetMinutes === undefined) return null
  const { text } = reading
  const lackMinutes = shortfall ? lackingMinutes(shortfall) : 0
  if (lackMinutes > 0) {
    const lack = lengthWords(lackMinutes, reading)
    const hasMinimum = minimumSoc !== undefined && minimumSoc > 0
    if (!hasMinimum || minimumMinutes === undefined || minimumMinutes < 1) return text('slack.lacks', { time: lack })
    return text('slack.both', { lack, spare: lengthWords(Math.floor(minimumMinutes), reading) })
  }
  if (targetMinutes >= 1) return text('slack.spare', { time: lengthWords(Math.floor(targetMinutes), reading) })
  if (targetMinutes > -1) return text('slack.none')
  return text('slack.margin', { time: lengthWords(Math.ceil(-targetMinutes), reading) })
}

function lengthWords(minutes: number, reading: Reading): string {
  return durationWords(minutes * MINUTE_MS, reading)
}
