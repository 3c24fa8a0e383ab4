import { ROUNDING_KWH, surelyTooMuchKw } from '@/lib/charging/plausibility/limits'
import { HOUR_MS, MINUTE_MS } from '@/lib/time/interval'

/** What a meter said at one moment, in the units that it labels or that OCPP gives: its power (kW), its register (kWh). */
export type MeterWord = { at: number; powerKw?: number; meterKwh?: number }

/**
 * What is known of the units of a meter. `saysKw`: the numbers that it gives as W are kW; `isDoubtful`: its register does
 * not confirm its power, by about a thousand; `since`: from where that is counted.
 */
export type MeterUnit = { saysKw?: boolean; isDoubtful?: boolean; since?: Counting }

/** From a word on: what its register said there, the last word's time and power, and the most that its powers made since. */
type Counting = { from: number; meterKwh: number; at: number; powerKw: number; claimedKwh: number }

/** A unit that is taken for another is wrong by a thousand; powers that come and go make about three times of it. */
export const THOUSAND = 1_000
const ABOUT = 3
/** Whatever the steps of a register are, more than this is more than one of them. */
const SURE_KWH = 2 * ROUNDING_KWH
/** What lies further apart is another charge. */
const GAP_MS = 5 * MINUTE_MS

/**
 * Takes one more word of a meter into account, whose register is the witness of its power. Where it counts about a thousand
 * times what the powers make, and that can be, the numbers that are given as W are kW. The other way round nothing is
 * decided: a power that is possible as it was said is never taken for a thousandth of it, because the register may stand
 * still, or be in another unit itself, and the limit would be left to chance. It is doubtful.
 */
export function withWord(known: MeterUnit, { at, powerKw: said, meterKwh }: MeterWord): MeterUnit {
  if (said === undefined || meterKwh === undefined) return known
  const powerKw = Math.abs(said)
  const { since } = known
  const anew = { from: at, meterKwh, at, powerKw, claimedKwh: 0 }
  if (!since || at <= since.at || at - since.at > GAP_MS || meterKwh < since.meterKwh) return { ...known, since: anew }
  const claimedKwh = since.claimedKwh + Math.max(since.powerKw, powerKw) * ((at - since.at) / HOUR_MS)
  const countedKwh = meterKwh - since.meterKwh
  const isPossible = countedKwh / ((at - since.from) / HOUR_MS) <= surelyTooMuchKw(null)
  if (countedKwh > SURE_KWH && isAbout(countedKwh, THOUSAND * claimedKwh))
    return isPossible ? { saysKw: true, since: anew } : { isDoubtful: true, since: anew }
  if (countedKwh > SURE_KWH && isAbout(countedKwh, claimedKwh)) return { since: anew }
  if (claimedKwh > SURE_KWH && countedKwh < (ABOUT * claimedKwh) / THOUSAND)
    return { ...known, isDoubtful: true, since: anew }
  const isKept = countedKwh <= SURE_KWH && claimedKwh <= SURE_KWH * THOUSAND
  return { ...known, since: isKept ? { ...since, at, powerKw, claimedKwh } : anew }
}

/** Whether two quantities are the same but for what comes and goes between two readings. */
export const isAbout = (a: number, b: number) => a > b / ABOUT && a < b * ABOUT

/** A power (kW) as a meter means it: one whose W are kW says nothing that cannot be. */
export function meantKw({ saysKw }: MeterUnit, powerKw: number): number {
  const kw = saysKw ? powerKw * THOUSAND : powerKw
  return Math.abs(kw) <= surelyTooMuchKw(null) ? kw : powerKw
}
