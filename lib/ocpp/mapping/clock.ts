import { followed } from '@/lib/ocpp/mapping/live'
import { AGREE_MS, AHEAD_MS, isNear, medianOf, OLD_MS, SAME_MS } from '@/lib/ocpp/mapping/offsets'
import type { ClockSample, ClockState } from '@/lib/stations/station-state'

const KEPT = 15
const IN_STEP_MS = 1_000
const LEAST_AGREEING = 3
const LONG_SPREAD_MS = 60_000
const EARLIEST = Date.UTC(2020, 0, 1)

/**
 * Takes one more message into account that says when it was written. The offset is the median of receipt − timestamp
 * over fresh messages. A message that was kept back while the station was offline makes that difference larger and
 * never smaller: so the fresh ones are those near the smallest. A clock that is ahead is seen as soon as two messages
 * say so that move with it, because one time that is odd, or stands still, is no clock; one that is behind looks like a
 * message kept back, until several agree that move with it, or two statuses do; where the clock was known, all that is
 * remembered must say so for a minute, so that no night of kept-back messages is taken for the present. Only where a
 * clock that was ahead is right since a minute, it has been set, whatever came before. A clock that jumps while the
 * connection stands is followed at once, and meters that tell another time than statuses do tell nothing of the clock.
 * @param servedSince from when on the connection stands and all that came over it was stored
 */
export function withSample(clock: ClockState, sample: ClockSample, servedSince = Number.POSITIVE_INFINITY): ClockState {
  const jumped = followed(clock, sample, servedSince)
  if (jumped) return jumped
  const samples = kept([...clock.samples, sample])
  const sound = soundIn(samples, clock)
  if (!sound.includes(sample)) return { ...clock, samples }
  const possible = sound.filter((one) => one.offsetMs >= -AHEAD_MS || sound.some((other) => isInStep(one, other)))
  const last = possible.slice(possible.findLastIndex(({ offsetMs }) => !isNear(offsetMs, sample.offsetMs)) + 1)
  if (lasts(last) && mayFollow(clock, medianOf(last))) return { samples, offsetMs: medianOf(last) }
  const smallest = Math.min(...possible.map(({ offsetMs }) => offsetMs))
  const fresh = possible.filter(({ offsetMs }) => isNear(offsetMs, smallest))
  const isCertain = isLater(clock, smallest)
    ? lasts(fresh)
    : fresh.length > 0 && (smallest < SAME_MS || hasPair(fresh) || isSteady(fresh))
  return isCertain ? { samples, offsetMs: medianOf(fresh) } : { ...clock, samples }
}

/** The last ones, and among them always the last status. */
function kept(samples: readonly ClockSample[]): ClockSample[] {
  const last = samples.slice(-KEPT)
  return last.some(({ isStatus }) => isStatus)
    ? last
    : [...samples.filter(({ isStatus }) => isStatus).slice(-1), ...last]
}

/** Where the last status agrees with the known clock, what differs from both is no clock: meters may tell local time. */
function soundIn(samples: readonly ClockSample[], { offsetMs: known }: ClockState): readonly ClockSample[] {
  const status = samples.findLast(({ isStatus }) => isStatus)
  if (known === undefined || !status || !isNear(status.offsetMs, known)) return samples
  return samples.filter(({ isStatus, offsetMs }) => isStatus || isNear(offsetMs, known))
}

/** Later than the known clock by what messages that were kept back are late. */
const isLater = (clock: ClockState, offsetMs: number) =>
  clock.offsetMs !== undefined && offsetMs > clock.offsetMs + OLD_MS

/** Whether the last messages alone may set the clock: not where they may be those that were kept back. */
function mayFollow(clock: ClockState, offsetMs: number): boolean {
  const wasAhead = (clock.offsetMs ?? 0) < -AHEAD_MS
  return !isLater(clock, offsetMs) || (wasAhead && isNear(offsetMs, 0))
}

/** When a message was written, by the station's clock. */
const written = ({ receivedAt, offsetMs }: ClockSample) => receivedAt - offsetMs

/** Two messages that came one after the other, and were written as much apart: times that stand still are not. */
function isInStep(one: ClockSample, other: ClockSample): boolean {
  return isNear(one.offsetMs, other.offsetMs) && Math.abs(one.receivedAt - other.receivedAt) > AGREE_MS
}

/** Two statuses that came as they were written, one after the other: those are seldom kept back. */
function hasPair(fresh: readonly ClockSample[]): boolean {
  const statuses = fresh.filter(({ isStatus }) => isStatus)
  return statuses.some((one) =>
    statuses.some((other) => written(other) > written(one) && Math.abs(other.offsetMs - one.offsetMs) <= IN_STEP_MS),
  )
}

/** Several messages of a clock that moves. */
function isSteady(fresh: readonly ClockSample[]): boolean {
  const moving = fresh.filter((one) => fresh.some((other) => isInStep(one, other)))
  return moving.length >= LEAST_AGREEING
}

/** The same over a minute. */
function lasts(fresh: readonly ClockSample[]): boolean {
  const spread = (fresh.at(-1)?.receivedAt ?? 0) - (fresh[0]?.receivedAt ?? 0)
  return spread >= LONG_SPREAD_MS && isSteady(fresh)
}

/** When something happened, by our clock. */
export type OurTime = {
  at: number
  /** Old when it came: history, not the present. */
  isOld: boolean
  /** The station gave no time that can be: it is the time of receipt. */
  isReceipt: boolean
  /** It gave this one, and that may be right after all. */
  saidAt?: number
}

/** Brings a station's time to our clock; what cannot be is the time of receipt. */
export function ourTime(clock: ClockState, stationMs: number | undefined, receivedAt: number): OurTime {
  const offset = Math.abs(clock.offsetMs ?? 0) < SAME_MS ? 0 : (clock.offsetMs ?? 0)
  const at = stationMs === undefined ? Number.NaN : stationMs + offset
  if (!(at >= EARLIEST) || at > receivedAt + AHEAD_MS) return { at: receivedAt, isOld: false, isReceipt: true }
  return { at, isOld: receivedAt - at > OLD_MS, isReceipt: false }
}

/** A time of ours as the station's clock shows it: for everything that we send. */
export function stationTime(clock: ClockState, at: number): number {
  const offset = clock.offsetMs ?? 0
  return Math.abs(offset) < SAME_MS ? at : at - offset
}
