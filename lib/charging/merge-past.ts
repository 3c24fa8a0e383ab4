import type { Segment } from '@/lib/contract/plan'

/**
 * What happened: as it was measured, and where nothing was, as the plans then in force said. Both are in order of time.
 * @param planned what elapsed of the plans
 */
export function mergePast(planned: readonly Segment[], measured: readonly Segment[]): Segment[] {
  const gaps = planned.flatMap((segment) => without(segment, measured))
  return [...gaps, ...measured].sort((a, b) => a.from - b.from)
}

/** The parts of a segment that none of the others cover. */
function without(segment: Segment, others: readonly Segment[]): Segment[] {
  const parts: Segment[] = []
  let from = segment.from
  for (const other of others) {
    if (other.to <= from || other.from >= segment.to) continue
    if (other.from > from) parts.push(clipped(segment, from, other.from))
    from = Math.max(from, other.to)
  }
  return from < segment.to ? [...parts, clipped(segment, from, segment.to)] : parts
}

function clipped(segment: Segment, from: number, to: number): Segment {
  if (from === segment.from && to === segment.to) return segment
  const length = segment.to - segment.from
  const { durationMs, energykWh, startSoc, endSoc } = segment
  const socAt = (instant: number) =>
    startSoc === undefined || endSoc === undefined
      ? undefined
      : startSoc + ((endSoc - startSoc) * (instant - segment.from)) / length
  const part = {
    ...segment,
    ...{ from, to },
    durationMs: durationMs === undefined ? undefined : to - from,
    energykWh: energykWh === undefined ? undefined : (energykWh * (to - from)) / length,
    startSoc: socAt(from),
    endSoc: socAt(to),
  }
  return Object.fromEntries(Object.entries(part).filter(([, value]) => value !== undefined)) as Segment
}
