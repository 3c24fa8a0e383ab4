import type { Segment } from '@/lib/contract/plan'
import type { ReadinessReason } from '@/lib/contract/readiness'
import type { LocationRow } from '@/lib/planning/depot'
import { noPlanReasonOf } from '@/lib/planning/plannable'
import { LATE_MINUTES, socFaults } from '@/lib/readiness/verdict'
import { batteryEnergyKwh, elapsedSegments } from '@/lib/stays/delivered'
import { FOLLOWS_SHARE, NOTHING_SHARE } from '@/lib/stays/delivery'
import type { DepotStay } from '@/lib/stays/depot-stay'
import { neededSocs } from '@/lib/stays/needed-socs'
import { arrivalSoc } from '@/lib/stays/start-soc'
import { MINUTE_MS } from '@/lib/time/interval'

/** What is known of a departure that is over beside its stay. */
export type Past = {
  /** What its meter said, in order of time, with the SoC where it was read. */
  measured: readonly Segment[]
  /** Chargers of the location reported in the day before it: that a vehicle was not connected is known. */
  isHeard: boolean
}

/** How a vehicle left. Each departure is one of the four kinds. */
export type Outcome = {
  kind: 'ready' | 'short' | 'missed' | 'unknown'
  soc: number | null
  isMeasured: boolean
  neededSoc: number
  shortfallSoc: number | null
  cause: ReadinessReason | null
}

/**
 * How it stood with a vehicle when it was to leave, or when it was unplugged to leave before that; by the rules of the
 * board. The SoC is the one that was read; where none was, what it came with and what was metered since, or, where
 * chargers say nothing, what was planned.
 */
export function departureOutcome(stay: DepotStay, past: Past, location: LocationRow): Outcome {
  const needed = neededSocs(stay, location)
  const neededSoc = needed.minimumSoc > 0 ? needed.minimumSoc : needed.targetSoc
  if (past.isHeard && stay.measured.connectedAt === null)
    return {
      ...{ kind: 'missed', soc: null, isMeasured: false, neededSoc, shortfallSoc: null },
      cause: 'not-plugged-in',
    }
  const at = Math.min(stay.departure, stay.measured.disconnectedAt ?? Number.POSITIVE_INFINITY)
  const known = socThen(stay, past, at, location)
  if (known === null)
    return { kind: 'unknown', soc: null, isMeasured: false, neededSoc, shortfallSoc: null, cause: null }
  const { missedBy, belowTargetBy } = socFaults(known.soc, needed)
  return {
    ...known,
    kind: missedBy !== null ? 'missed' : belowTargetBy !== null ? 'short' : 'ready',
    neededSoc,
    shortfallSoc: missedBy,
    cause: missedBy === null ? null : causeOf(stay, past, at),
  }
}

type Then = { soc: number; isMeasured: boolean }

function socThen(stay: DepotStay, past: Past, at: number, location: LocationRow): Then | null {
  const read = readSoc(stay, past.measured, at)
  if (read !== null) return { soc: read, isMeasured: true }
  const { batterySizeKwh } = stay.vehicle
  const start = arrivalSoc(stay, location.assumedArrivalSoc)
  const isMetered = past.measured.length > 0
  if (batterySizeKwh === null || start.source === 'assumed') return null
  if (past.isHeard && !isMetered) return null
  const charged = isMetered ? past.measured : elapsedSegments(stay.elapsed, stay.incumbent?.plan.segments ?? [], at)
  const kwh = batteryEnergyKwh(charged, { from: start.at, to: at })
  return { soc: Math.min(Math.max(100, start.soc), start.soc + (kwh / batterySizeKwh) * 100), isMeasured: false }
}

/** The SoC at an instant, from the readings until then: between two of them, in proportion to time. */
function readSoc({ measured }: DepotStay, segments: readonly Segment[], at: number): number | null {
  const last = segments.findLast(({ from, endSoc }) => from < at && endSoc !== undefined)
  const isLater = measured.soc !== null && measured.socAt !== null && measured.socAt <= at
  if (isLater && (last === undefined || (measured.socAt ?? 0) >= last.to)) return measured.soc
  if (last?.endSoc === undefined) return null
  const startSoc = last.startSoc ?? last.endSoc
  const share = Math.min(1, (at - last.from) / (last.to - last.from))
  return startSoc + (last.endSoc - startSoc) * share
}

/** Why it fell short: what the chargers did not deliver of what was ordered, else what its plan was held by. */
function causeOf(stay: DepotStay, { measured, isHeard }: Past, at: number): ReadinessReason | null {
  const { incumbent, elapsed, vehicle, arrival } = stay
  const { connectedAt } = stay.measured
  if (!incumbent && elapsed.length === 0) return noPlanReasonOf(vehicle)
  const until = { from: Number.NEGATIVE_INFINITY, to: at }
  const orderedKwh = batteryEnergyKwh(elapsedSegments(elapsed, incumbent?.plan.segments ?? [], at), until)
  const givenKwh = batteryEnergyKwh(measured, until)
  if (isHeard && orderedKwh > 0 && givenKwh < NOTHING_SHARE * orderedKwh) return 'not-charging'
  if (isHeard && orderedKwh > 0 && givenKwh < FOLLOWS_SHARE * orderedKwh) return 'delivers-less'
  if (connectedAt !== null && connectedAt > arrival + LATE_MINUTES * MINUTE_MS) return 'started-too-late'
  return incumbent?.frozen ? 'frozen-plan' : null
}
