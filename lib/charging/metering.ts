import type { Session } from '@/lib/charging/derive-sessions'
import type { BelievedEvent } from '@/lib/charging/plausibility/believe'
import { DAY_MS, HOUR_MS, type Interval, QUARTER_MS } from '@/lib/time/interval'
import { placeOf } from '@/lib/time/place-of'

/** A session with what is believed of its events. */
export type BelievedSession = Omit<Session, 'events'> & { events: BelievedEvent[] }

/** A stretch for which it is known what was charged, at the vehicle. Instants epoch ms. */
export type Metered = Interval & { energyKwh: number; charging: boolean }

/** What holds from one event to the next: `powerKw` null is unknown. */
type Step = Interval & { charging: boolean; powerKw: number | null }

/** A reported power is believed no longer than this without another word. */
const POWER_HOLDS_MS = HOUR_MS

/** That nothing is drawn is believed no longer than this without another word. */
const REST_HOLDS_MS = DAY_MS

/** When the vehicle was charging, pauses included; `to` null: still. */
export type ChargingTime = { from: number; to: number | null }

/**
 * The times from the start of charging to its stop. A power of 0 is a pause, not a stop; a power above 0 proves a start
 * that was lost.
 */
export function chargingTimes({ events, disconnectedAt }: BelievedSession): ChargingTime[] {
  const times: ChargingTime[] = []
  let from: number | null = null
  for (const event of events) {
    if (from === null && startsCharging(event)) from = event.at
    else if (from !== null && stopsCharging(event)) {
      times.push({ from, to: event.at })
      from = null
    }
  }
  return from === null ? times : [...times, { from, to: disconnectedAt }]
}

const startsCharging = ({ type, powerKw }: BelievedEvent) =>
  type === 'charging-started' || (type === 'meter' && (powerKw ?? 0) > 0)
const stopsCharging = ({ type }: BelievedEvent) => type === 'charging-stopped' || type === 'ev-disconnected'

/**
 * What was charged from event to event. Where the counter of a transaction says how much, that holds, spread by the
 * reported power, or evenly over the time of charging; elsewhere the reported power holds until the next event. What
 * nobody has said is left out.
 */
export function meteredOf({ events }: BelievedSession): Metered[] {
  const steps = stepsOf(events)
  const metered: Metered[] = []
  let last = 0
  for (const [index, { counter }] of events.entries()) {
    if (counter === null) continue
    const since = steps.slice(last, index)
    metered.push(...(counter.sinceKwh === null ? since.flatMap(byPower) : byCounter(since, counter.sinceKwh)))
    last = index
  }
  metered.push(...steps.slice(last).flatMap(byPower))
  return metered.filter(({ from, to }) => to > from)
}

/** One step between each event and the next. */
function stepsOf(events: readonly BelievedEvent[]): Step[] {
  let charging = false
  let powerKw: number | null = null
  return events.slice(0, -1).map((event, index) => {
    if (startsCharging(event)) charging = true
    if (stopsCharging(event)) charging = false
    if (event.type === 'charging-started') powerKw = null
    if (event.powerKw !== null) powerKw = event.powerKw
    return { from: event.at, to: events[index + 1]?.at ?? event.at, charging, powerKw: charging ? powerKw : 0 }
  })
}

function byPower({ from, to, charging, powerKw }: Step): Metered[] {
  if (powerKw === null) return []
  const until = Math.min(to, from + (charging ? POWER_HOLDS_MS : REST_HOLDS_MS))
  return [{ from, to: until, energyKwh: (powerKw * (until - from)) / HOUR_MS, charging }]
}

function byCounter(steps: readonly Step[], energyKwh: number): Metered[] {
  const weights = weightsOf(steps)
  const sum = weights.reduce((total, weight) => total + weight, 0)
  return steps.map(({ from, to, charging }, index) => ({
    from,
    to,
    charging,
    energyKwh: sum > 0 ? (energyKwh * (weights[index] ?? 0)) / sum : 0,
  }))
}

/** By power where it is known throughout the charging, else by time of charging, else by time. */
function weightsOf(steps: readonly Step[]): number[] {
  const known = steps.every(({ charging, powerKw }) => !charging || powerKw !== null)
  const attempts = [
    steps.map(({ from, to, charging, powerKw }) => (known && charging ? Math.max(0, powerKw ?? 0) * (to - from) : 0)),
    steps.map(({ from, to, charging }) => (charging ? to - from : 0)),
    steps.map(({ from, to }) => to - from),
  ]
  return attempts.find((weights) => weights.some((weight) => weight > 0)) ?? []
}

/** Means over clock quarter-hours; a quarter in which charging starts, stops or is not metered has several. */
export function quarterMeans(metered: readonly Metered[]): Metered[] {
  const means: Metered[] = []
  for (const part of metered.flatMap(splitAtQuarters)) {
    const last = means.at(-1)
    const continues = last && last.to === part.from && last.charging === part.charging
    if (continues && Math.floor(last.from / QUARTER_MS) === Math.floor(part.from / QUARTER_MS))
      means[means.length - 1] = { ...last, to: part.to, energyKwh: last.energyKwh + part.energyKwh }
    else means.push(part)
  }
  return means
}

function splitAtQuarters(metered: Metered): Metered[] {
  const parts: Metered[] = []
  for (let from = metered.from; from < metered.to; ) {
    const to = Math.min(metered.to, (Math.floor(from / QUARTER_MS) + 1) * QUARTER_MS)
    const energyKwh = (metered.energyKwh * (to - from)) / (metered.to - metered.from)
    parts.push({ ...metered, from, to, energyKwh })
    from = to
  }
  return parts
}

/**
 * The energy in `[from, to)` of stretches that are in order and apart from each other. What comes before an instant is
 * summed up once, so that a question costs about the same however many there are.
 */
export function energyCourse(metered: readonly Metered[]): (interval: Interval) => number {
  const before = [0]
  for (const [index, { energyKwh }] of metered.entries()) before.push((before[index] ?? 0) + energyKwh)
  const until = (instant: number) => {
    const index = placeOf(metered, (part) => part.from <= instant)
    const part = metered[index]
    if (!part) return 0
    const share = Math.min(1, (instant - part.from) / (part.to - part.from))
    return (before[index] ?? 0) + part.energyKwh * share
  }
  return ({ from, to }) => (to > from ? until(to) - until(from) : 0)
}
