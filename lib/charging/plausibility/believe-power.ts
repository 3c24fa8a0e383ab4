import type { ChargerEvent } from '@/lib/charging/charger-event'
import type { Judged } from '@/lib/charging/plausibility/judged'
import { highestKw, type Limits, likelyKw, ROUNDING_KWH, surelyTooMuchKw } from '@/lib/charging/plausibility/limits'
import { HOUR_MS } from '@/lib/time/interval'

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

/** What a meter said at one moment: its power (kW, as it says), and its register or what it counted so far (kWh). */
export type MeterWord = { at: number; powerKw?: number; meterKwh?: number }

/** Below this share of what its power makes of the time between, what was counted denies the power. */
const DENIES_SHARE = 0.01
/** From this share on it confirms it. */
const CONFIRMS_SHARE = 0.3

/**
 * Whether a meter means W where it says kW, by two of its words: true, false, or undefined where they tell neither. Two
 * that nothing can give say so, and what was counted between them does, where the lower of the two powers would have
 * brought a hundred times more.
 */
export function meansWatts(before: MeterWord, word: MeterWord): boolean | undefined {
  if (before.powerKw === undefined || word.powerKw === undefined) return undefined
  const lowerKw = Math.min(before.powerKw, word.powerKw)
  if (lowerKw > surelyTooMuchKw(null)) return true
  if (before.meterKwh === undefined || word.meterKwh === undefined) return undefined
  const claimedKwh = lowerKw * ((word.at - before.at) / HOUR_MS)
  const countedKwh = word.meterKwh - before.meterKwh
  if (claimedKwh <= ROUNDING_KWH || countedKwh < 0) return undefined
  if (countedKwh < DENIES_SHARE * claimedKwh) return true
  return countedKwh > CONFIRMS_SHARE * claimedKwh ? false : undefined
}

function readBelow(powerKw: number, mostKw: number): number | undefined {
  return [powerKw, powerKw / 1000].find((kw) => Math.abs(kw) <= mostKw)
}
