import type { Segment } from '@/lib/contract/plan'
import { HOUR_MS, type Interval } from '@/lib/time/interval'

/** The part of each segment that lies in `[from, to)`, with the energy and the SoC of that part; nothing empty. */
export function clipSegments(segments: readonly Segment[], { from, to }: Interval): Segment[] {
  return segments.flatMap((segment) => {
    const begin = Math.max(segment.from, from)
    const end = Math.min(segment.to, to)
    if (begin >= end) return []
    if (begin === segment.from && end === segment.to) return [segment]
    return [cut(segment, begin, end)]
  })
}

function cut(segment: Segment, from: number, to: number): Segment {
  const length = segment.to - segment.from
  const share = (to - from) / length
  const part: Segment = { ...segment, from, to }
  if (segment.durationMs !== undefined) part.durationMs = to - from
  if (segment.energykWh !== undefined) part.energykWh = segment.energykWh * share
  const { startSoc, endSoc } = segment
  if (startSoc !== undefined && endSoc !== undefined) {
    const socAt = (instant: number) => startSoc + ((endSoc - startSoc) * (instant - segment.from)) / length
    part.startSoc = socAt(from)
    part.endSoc = socAt(to)
  }
  return part
}

/** The energy in kWh that reaches the battery in `[from, to)`: preconditioning does not. */
export function batteryEnergyKwh(segments: readonly Segment[], { from, to }: Interval): number {
  let energyKwh = 0
  for (const segment of segments) {
    const hours = (Math.min(segment.to, to) - Math.max(segment.from, from)) / HOUR_MS
    if (hours > 0 && !segment.tag?.includes('preconditioning')) energyKwh += segment.powerkW * hours
  }
  return energyKwh
}

/**
 * What the plans of a stay said until `now`: kept from replaced plans, then what elapsed of the one in force. Where a
 * posted plan reaches back into time that is kept already, what was kept holds.
 */
export function elapsedSegments(kept: readonly Segment[], incumbent: readonly Segment[], now: number): Segment[] {
  const keptUntil = kept.reduce((latest, { to }) => Math.max(latest, to), Number.NEGATIVE_INFINITY)
  return [...kept, ...clipSegments(incumbent, { from: keptUntil, to: now })]
}
