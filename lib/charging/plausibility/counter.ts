import type { Judged } from '@/lib/charging/plausibility/judged'
import { highestKw, highestKwh, type Limits, likelyKw, mostKwh } from '@/lib/charging/plausibility/limits'

/** A counter as it was read. */
export type Reading = { at: number; estimated: boolean; value: number }

/** A believed reading: the energy since the one before it; null: a beginning, nothing is known of before. */
export type Counter = { sinceKwh: number | null }

/** The reading that the next one is held against. `base`: where its series began. */
type Last = Reading & { base: number; isRead: boolean }

/**
 * Reads one counter: finds its unit, leaves out what cannot be, and tells what was charged between two readings that
 * can. What does not go on from the reading before is a blip where the next one goes on from there, and a restart (or
 * a register in place of the transaction's counter) where the next one goes on from it.
 * @param start when the transaction began, where its counter was 0; null: unknown
 */
export function readCounter(
  readings: readonly Reading[],
  start: { at: number; estimated: boolean } | null,
  limits: Limits,
  name: string,
): Judged<Counter>[] {
  const inWattHours = isInWattHours(readings, start, limits)
  const scaled = inWattHours ? readings.map((one) => ({ ...one, value: one.value / 1000 })) : readings
  let last: Last | null = start && { ...start, value: 0, base: 0, isRead: false }
  return scaled.map((reading, index) => {
    const { value, warning, next } = judge(reading, last, scaled[index + 1], limits)
    last = next
    const unit = `${name}: ${readings[index]?.value} is taken as Wh`
    const said = warning ? `${name}: ${readings[index]?.value} ${warning}` : value && inWattHours ? unit : undefined
    return { value, ...(said !== undefined && { warning: said }) }
  })
}

type Verdict = { value: Counter | null; warning?: string; next: Last | null }

const NO_BLIP = 'does not go on from the reading before, and the next one does: it is left out'
const BEGINNING = 'does not go on from the reading before: it is taken as the point from which energy counts'
const TOO_MUCH = 'is more than can have been charged since the reading before: it is left out'

function judge(reading: Reading, last: Last | null, next: Reading | undefined, limits: Limits): Verdict {
  const begins: Verdict = { value: { sinceKwh: null }, next: { ...reading, base: reading.value, isRead: true } }
  if (last === null) return begins
  const comesBack = next !== undefined && fits(last, next, limits)
  if (fits(last, reading, limits)) {
    const isBlip = comesBack && last.isRead && next.value < reading.value
    if (isBlip) return { value: null, warning: NO_BLIP, next: last }
    return {
      value: { sinceKwh: reading.value - last.value },
      next: { ...reading, base: last.base, isRead: true },
    }
  }
  if (comesBack) return { value: null, warning: NO_BLIP, next: last }
  const goesOn = next === undefined || fits({ ...reading, base: reading.value, isRead: true }, next, limits)
  if (goesOn && reading.value < last.value) return restart(reading, last, limits)
  if (goesOn && (next !== undefined || !last.isRead)) return { ...begins, warning: BEGINNING }
  return { value: null, warning: TOO_MUCH, next: last }
}

/** A counter that has begun again has counted from 0 since, as far as that can be. */
function restart(reading: Reading, last: Last, limits: Limits): Verdict {
  const fromZero = fits({ ...last, value: 0, base: 0 }, reading, limits)
  const next = { ...reading, base: fromZero ? 0 : reading.value, isRead: true }
  return fromZero
    ? { value: { sinceKwh: reading.value }, next }
    : { value: { sinceKwh: null }, warning: BEGINNING, next }
}

/** Whether a counter can have come from one reading to the other. */
function fits(last: Last, reading: Reading, limits: Limits): boolean {
  const energyKwh = reading.value - last.value
  const hasTime = !last.estimated && !reading.estimated
  const most = hasTime ? mostKwh(highestKw(limits), reading.at - last.at) : Number.POSITIVE_INFINITY
  return energyKwh >= 0 && energyKwh <= most && reading.value - last.base <= highestKwh(limits)
}

/** Most of its steps are more than the vehicle can take, and as Wh they are not. */
function isInWattHours(
  readings: readonly Reading[],
  start: { at: number; estimated: boolean } | null,
  limits: Limits,
): boolean {
  const all = start ? [{ ...start, value: 0 }, ...readings] : readings
  const steps = all.slice(1).flatMap((reading, index) => {
    const before = all[index]
    return before && reading.value > before.value ? [{ before, reading }] : []
  })
  const tooMuch = (unit: number) =>
    steps.filter(({ before, reading }) => {
      const energyKwh = (reading.value - before.value) * unit
      const hasTime = !before.estimated && !reading.estimated
      const most = hasTime ? mostKwh(likelyKw(limits), reading.at - before.at) : highestKwh(limits)
      return energyKwh > Math.min(most, highestKwh(limits))
    }).length
  const impossible = tooMuch(1)
  return impossible > steps.length / 2 && tooMuch(1 / 1000) < impossible
}
