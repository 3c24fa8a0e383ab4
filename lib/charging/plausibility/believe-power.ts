import type { ChargerEvent } from '@/lib/charging/charger-event'
import type { Judged } from '@/lib/charging/plausibility/judged'
import { highestKw, type Limits, likelyKw, surelyTooMuchKw } from '@/lib/charging/plausibility/limits'

/**
 * The powers of a session in kW, one for each event. A charger that sends most of them in W, or two after each other,
 * sends all of them in W: a vehicle that waits draws some watts for hours, which look like so many kilowatts.
 */
export function believePower(events: readonly Pick<ChargerEvent, 'powerKw'>[], limits: Limits): Judged<number>[] {
  const highest = highestKw(limits)
  const sent = events.flatMap(({ powerKw }) => (powerKw === null ? [] : [Math.abs(powerKw)]))
  const tooMuch = Math.min(highest, surelyTooMuchKw(limits.vehicleKw))
  const impossible = sent.filter((power) => power > tooMuch).length
  const usual = sent.filter((power) => power > 0 && power <= likelyKw(limits)).length
  const agrees = sent.some((power, index) => power > tooMuch && (sent[index + 1] ?? 0) > tooMuch)
  const inWatts = (impossible > usual || agrees) && sent.every((power) => power / 1000 <= highest)
  return events.map(({ powerKw }) => {
    if (powerKw === null) return { value: null }
    if (inWatts)
      return { value: powerKw / 1000, warning: `powerkW: ${powerKw} is taken as W, as this charger sends them` }
    if (Math.abs(powerKw) <= highest) return { value: powerKw }
    return { value: null, warning: `powerkW: ${powerKw} is more than vehicle and charger can do and is left out` }
  })
}

/**
 * One power of a charger (kW) by itself, before others tell more about it, as it is most likely meant: what the charger
 * cannot give is taken as W, or, where that cannot be either, as nothing said.
 */
export function likelyRead(powerKw: number, chargerKw: number | null): number | undefined {
  return readBelow(powerKw, surelyTooMuchKw(chargerKw))
}

/**
 * The same as the most that it can mean, for what must not be exceeded: a nameplate may say too little, so it makes no W
 * of a power that other chargers give.
 */
export function highestRead(powerKw: number, chargerKw: number | null): number | undefined {
  return readBelow(powerKw, Math.max(surelyTooMuchKw(null), surelyTooMuchKw(chargerKw)))
}

function readBelow(powerKw: number, mostKw: number): number | undefined {
  return [powerKw, powerKw / 1000].find((kw) => Math.abs(kw) <= mostKw)
}
