import type { ChargerEvent } from '@/lib/charging/charger-event'
import type { Judged } from '@/lib/charging/plausibility/judged'
import { highestKw, type Limits, likelyKw, surelyTooMuchKw } from '@/lib/charging/plausibility/limits'

/** The powers of a session in kW, one for each event. A charger that sends most of them in W
 * sends all of them in W. */
export function believePower(events: readonly Pick<ChargerEvent, 'powerKw'>[], limits: Limits): Judged<number>[] {
  const highest = highestKw(limits)
  const sent = events.flatMap(({ powerKw }) => (powerKw === null ? [] : [Math.abs(powerKw)]))
  const impossible = sent.filter((power) => power > highest).length
  const usual = sent.filter((power) => power > 0 && power <= likelyKw(limits)).length
  const inWatts = impossible > usual && sent.every((power) => power / 1000 <= highest)
  return events.map(({ powerKw }) => {
    if (powerKw === null) return { value: null }
    if (inWatts)
      return { value: powerKw / 1000, warning: `powerkW: ${powerKw} is taken as W, as this charger sends them` }
    if (Math.abs(powerKw) <= highest) return { value: powerKw }
    return { value: null, warning: `powerkW: ${powerKw} is more than vehicle and charger can do and is left out` }
  })
}

/**
 * One power of a charger (kW) by itself, before others tell more about it: what it cannot give is taken as W, or, where
 * that cannot be either, as nothing said. What may be drawn counts, so that the others leave room for it.
 */
export function powerNow(powerKw: number, chargerKw: number | null): number | undefined {
  const most = surelyTooMuchKw(chargerKw)
  return [powerKw, powerKw / 1000].find((kw) => Math.abs(kw) <= most)
}
