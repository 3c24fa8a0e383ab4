import { type Step, stepAreaClip, stepAreaPath } from '@/components/charts/step-path'
import type { ReadinessState } from '@/lib/contract/readiness'
import type { TimelineStay } from '@/lib/contract/timeline'
import { MINUTE_MS } from '@/lib/time/interval'

/** One stay as the timeline draws it. Areas are in a box of 1,000 × 100: the stay's time by its maximum power. */
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
  /** Who has it charge at full power, whatever the strategy says; undefined once the stay is over. */
  chargeNowBy?: string
  /** Where its vehicle is plugged in, as people call it. */
  place?: string
  pastPath: string
  /** The same as a CSS clip, because a hatch must not be stretched; absent where nothing is planned. */
  planClip?: string
}

export const STAY_BOX = { width: 1_000, height: 100 } as const

/** Shapes a stay for drawing; its numbers and its state are the server's own. */
export function shapeStay(stay: TimelineStay): DrawnStay {
  const { id, vehicleId, arrival: from, departure: to, past, planned } = stay
  const fullkW = stay.maxPowerkW ?? Math.max(1, ...[...past, ...planned].map(([, , powerkW]) => powerkW))
  const box = { minutes: (to - from) / MINUTE_MS, fullkW }
  return {
    ...{ id, vehicleId, from, to, state: stay.state },
    targetSoc: stay.targetSoC,
    predictedSoc: stay.predictedSoC,
    blockId: stay.blockId,
    frozen: stay.frozen === true,
    chargeNowBy: stay.state && stay.chargeNowBy,
    place: stay.place,
    pastPath: stepAreaPath(stepsOf(past, box, STAY_BOX.width), STAY_BOX.height),
    planClip: stepAreaClip(stepsOf(planned, box, 100)),
  }
}

function stepsOf(steps: TimelineStay['past'], box: { minutes: number; fullkW: number }, width: number): Step[] {
  const x = (minute: number) => (Math.min(Math.max(minute, 0), box.minutes) / box.minutes) * width
  const y = (powerkW: number) => STAY_BOX.height * (1 - Math.min(1, powerkW / box.fullkW))
  const drawn = steps.filter(([from, to]) => to > 0 && from < box.minutes)
  return drawn.map(([from, to, powerkW]) => ({ from: x(from), to: x(to), y: y(powerkW) }))
}
