import type { Segment } from '@/lib/contract/plan'
import { clipSegments } from '@/lib/stays/delivered'
import { HOUR_MS, QUARTER_MS } from '@/lib/time/interval'

const SAME_KW = 1e-5

/**
 * Segments as means over the clock's quarter-hours, with the same energy in each. Neighbours of one power are one
 * segment; of a quarter-hour at an edge there is the part that the segments cover. The reasons (phase, limits) do not
 * outlive this.
 * @param segments none lies over another
 */
export function condenseSegments(segments: readonly Segment[]): Segment[] {
  const means: Segment[] = []
  let rest = segments.filter(({ from, to }) => from < to).sort((a, b) => a.from - b.from)
  while (rest[0]) {
    const from = Math.max(rest[0].from, means.at(-1)?.to ?? Number.NEGATIVE_INFINITY)
    const to = (Math.floor(from / QUARTER_MS) + 1) * QUARTER_MS
    const after = rest.findIndex((segment) => segment.from >= to)
    const parts = clipSegments(after < 0 ? rest : rest.slice(0, after), { from, to })
    if (parts.length > 0) add(means, meanOf(parts))
    rest = rest.filter((segment) => segment.to > to)
  }
  return means
}

type Mean = { from: number; to: number; energykWh: number; startSoc?: number; endSoc?: number }

function meanOf(parts: readonly Segment[]): Mean {
  const [first, last] = [parts[0], parts.at(-1)] as [Segment, Segment]
  const energykWh = parts.reduce((sum, { from, to, powerkW }) => sum + (powerkW * (to - from)) / HOUR_MS, 0)
  return { from: first.from, to: last.to, energykWh, startSoc: first.startSoc, endSoc: last.endSoc }
}

function add(means: Segment[], mean: Mean): void {
  const last = means.at(-1)
  const next = toSegment(mean)
  if (!last || last.to < mean.from || Math.abs(last.powerkW - next.powerkW) > SAME_KW) return void means.push(next)
  const energykWh = (last.energykWh ?? 0) + mean.energykWh
  means[means.length - 1] = toSegment({ ...mean, from: last.from, energykWh, startSoc: last.startSoc })
}

function toSegment({ from, to, energykWh, startSoc, endSoc }: Mean): Segment {
  return {
    ...{ from, to, durationMs: to - from },
    powerkW: rounded(energykWh / ((to - from) / HOUR_MS)),
    energykWh: rounded(energykWh),
    ...(startSoc !== undefined && { startSoc: rounded(startSoc) }),
    ...(endSoc !== undefined && { endSoc: rounded(endSoc) }),
    paused: energykWh === 0,
  }
}

/** To a milliwatt: a third of the text. */
const rounded = (value: number) => Math.round(value * 1e6) / 1e6
