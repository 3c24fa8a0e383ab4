import { AGREE_MS, AHEAD_MS, isNear, medianOf, OLD_MS, SAME_MS } from '@/lib/ocpp/mapping/offsets'
import type { ClockSample, ClockState } from '@/lib/stations/station-state'

// Whether a message whose time is behind was kept back, or is sent as it is written by a clock that is wrong. A queue that is
// flushed gets less late from message to message, because it comes faster than it was written. What is sent now by a wrong clock
// stays as late as it is. A connection that has stood for long has no queue.

/** `surely`: it is in step with others; `likely`: nothing is in a queue, as far as is known; absent: it was kept back. */
export type SentNow = 'surely' | 'likely' | undefined

/**
 * Whether a message that seems to be late was sent when it was written.
 * @param servedSince from when on the connection stands and all that came over it was stored: what was kept back comes soon
 * after that
 */
export function sentNow(clock: ClockState, sample: ClockSample, servedSince: number): SentNow {
  const lateMs = (one: ClockSample) => one.offsetMs - (clock.offsetMs ?? 0)
  const late = here(clock, servedSince).filter((one) => one !== sample && lateMs(one) > AGREE_MS)
  if (lateMs(sample) > AGREE_MS && lastOf(late, sample).some((one) => isInStep(one, sample))) return 'surely'
  const other = late.findLast(({ offsetMs }) => !isNear(offsetMs, sample.offsetMs))
  const isAlone = other === undefined || sample.receivedAt - other.receivedAt > OLD_MS
  const isServed = sample.receivedAt - servedSince > OLD_MS
  return sample.isMeter && lateMs(sample) > AHEAD_MS && isServed && isAlone ? 'likely' : undefined
}

/**
 * The clock that has jumped while the connection stands: the last messages are in step with each other and off the known clock,
 * and statuses say so, which are seldom kept back, or those that followed it on this connection; undefined: it has not.
 */
export function followed(clock: ClockState, sample: ClockSample, servedSince: number): ClockState | undefined {
  const { offsetMs: known } = clock
  if (known === undefined || isNear(known, sample.offsetMs)) return undefined
  const all = here(clock, servedSince)
  const last = lastOf(all, sample)
  if (!last.some((one) => isInStep(one, sample))) return undefined
  const before = all.slice(0, all.length - last.length)
  const samples = [...last, sample]
  const wasRight = before.some((one) => isNear(one.offsetMs, known) && isSameKind(one, sample))
  return wasRight || samples.some(({ isStatus }) => isStatus) ? { samples, offsetMs: medianOf(samples) } : undefined
}

const here = ({ samples }: ClockState, servedSince: number) =>
  samples.filter(({ receivedAt }) => receivedAt >= servedSince)

/** The last of them, as far as they are as late as this one. */
function lastOf(samples: readonly ClockSample[], { offsetMs }: ClockSample): ClockSample[] {
  return samples.slice(samples.findLastIndex((one) => !isNear(one.offsetMs, offsetMs)) + 1)
}

/** This one came a while after the other, and was written as much later. */
function isInStep(one: ClockSample, sample: ClockSample): boolean {
  return Math.abs(one.offsetMs - sample.offsetMs) <= SAME_MS && sample.receivedAt - one.receivedAt > AGREE_MS
}

const isSameKind = (one: ClockSample, other: ClockSample) =>
  one.isStatus === other.isStatus && (one.isMeter ?? false) === (other.isMeter ?? false)
