import { stepAreaPath } from '@/components/charts/step-path'
import type { ReadinessState } from '@/lib/contract/readiness'
import type { TimelineStay } from '@/lib/contract/timeline'

/** One stay as the timeline draws it. Paths are in a box of 1,000 × 100: the stay's time by its maximum power. */
export type DrawnStay = {
  id: string
  vehicleId: string
  from: number
  to: number
  targetSoc: number
  predictedSoc?: number
  /** As on the readiness board; undefined once the stay is over. */
  state?: ReadinessState
  blockId?: string
  frozen: boolean
  pastPath: string
  planPath: string
}

export const STAY_BOX = { width: 1_000, height: 100 } as const
const MINUTE_MS = 60_000

/** Shapes a stay for drawing; its numbers and its state are the server's own. */
export function shapeStay(stay: TimelineStay): DrawnStay {
  const { id, vehicleId, arrival: from, departure: to, past, planned } = stay
  const fullkW = stay.maxPowerkW ?? Math.max(1, ...[...past, ...planned].map(([, , powerkW]) => powerkW))
  const pathOf = (steps: TimelineStay['past']) => powerPath(steps, { minutes: (to - from) / MINUTE_MS, fullkW })
  return {
    ...{ id, vehicleId, from, to, state: stay.state },
    targetSoc: stay.targetSoC,
    predictedSoc: stay.predictedSoC,
    blockId: stay.blockId,
    frozen: stay.frozen === true,
    pastPath: pathOf(past),
    planPath: pathOf(planned),
  }
}

function powerPath(steps: TimelineStay['past'], box: { minutes: number; fullkW: number }): string {
  const x = (minute: number) => (Math.min(Math.max(minute, 0), box.minutes) / box.minutes) * STAY_BOX.width
  const y = (powerkW: number) => STAY_BOX.height * (1 - Math.min(1, powerkW / box.fullkW))
  const drawn = steps.filter(([from, to]) => to > 0 && from < box.minutes)
  return stepAreaPath(
    drawn.map(([from, to, powerkW]) => ({ from: x(from), to: x(to), y: y(powerkW) })),
    STAY_BOX.height,
  )
}
