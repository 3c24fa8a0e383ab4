import type { Stay } from '@/lib/planner/model/stay'
import type { Segment } from '@/lib/planner/plan'
import type { Tag } from '@/lib/planner/problem'

/** A stretch of constant power of one vehicle, in whole epoch seconds. */
export interface Piece {
  fromS: number
  toS: number
  powerKw: number
}

/** What a piece brings, in kWh. */
export function kwhOf({ fromS, toS, powerKw }: Piece): number {
  return (powerKw * (toS - fromS)) / 3600
}

/** What pieces bring together, in kWh. */
export function totalKwh(pieces: Piece[]): number {
  return pieces.reduce((kwh, piece) => kwh + kwhOf(piece), 0)
}

/** Puts pieces in the order of time. */
export function inOrder(pieces: Piece[]): Piece[] {
  return pieces.sort((a, b) => a.fromS - b.fromS)
}

/** Two powers that differ by less are one: far below what a charger can tell apart. */
export const samePowerKw = 1e-7

/** A SoC that lacks less, in kWh, is the target. */
const nearTargetKwh = 1e-6

/** A power this near to the vehicle's maximum is the maximum. */
const sameAsMaxKw = 1e-6

/**
 * The phases of a plan: from `pieces` (in order, apart, charging before preconditioning or in the margin) to segments
 * that cover [startS, untilS] without a gap, split where the tag changes at the first whole second at or past the bound.
 */
export function segmentsOf(stay: Stay, pieces: Piece[], untilS: number): Segment[] {
  const segments: Segment[] = []
  let soc = stay.schedule.startSoc
  for (const piece of withoutGaps(stay, pieces, untilS)) {
    for (let fromS = piece.fromS; fromS < piece.toS; ) {
      const segment = firstPhase(stay, { ...piece, fromS }, soc)
      append(segments, segment)
      soc = segment.endSoc
      fromS = segment.to / 1000
    }
  }
  return segments
}

/** True from when charging has to be over until the departure less its margin. */
export function inPreconditioning(stay: Stay, second: number): boolean {
  return second >= (stay.curveEndS ?? stay.deadlineS) && second < stay.endS
}

/** Fills the gaps with 0 kW and cuts at the bounds of the preconditioning window, where the phase changes. */
function withoutGaps(stay: Stay, pieces: Piece[], untilS: number): Piece[] {
  const whole: Piece[] = []
  let atS = stay.startS
  for (const piece of pieces) {
    if (piece.fromS > atS) pushCut(whole, stay, atS, piece.fromS, 0)
    pushCut(whole, stay, piece.fromS, piece.toS, piece.powerKw)
    atS = piece.toS
  }
  if (atS < untilS) pushCut(whole, stay, atS, untilS, 0)
  return whole
}

function pushCut(pieces: Piece[], { deadlineS, endS }: Stay, fromS: number, toS: number, powerKw: number): void {
  let beginS = fromS
  for (const cutS of deadlineS < endS ? [deadlineS, endS] : [endS]) {
    if (beginS >= cutS || cutS >= toS) continue
    pieces.push({ fromS: beginS, toS: cutS, powerKw })
    beginS = cutS
  }
  pieces.push({ fromS: beginS, toS, powerKw })
}

/** The tag that holds at a SoC, and the SoC at which the next one begins. */
export function phaseAt(stay: Stay, soc: number): { tag: Tag; untilSoc: number } {
  const { targetSoc, schedule } = stay
  const { settings } = schedule
  const nearSoc = soc + 1e-9
  if (nearSoc >= targetSoc) return { tag: 'idle', untilSoc: Number.POSITIVE_INFINITY }
  if (nearSoc < settings.minimumSoC) return { tag: 'minimum', untilSoc: Math.min(targetSoc, settings.minimumSoC) }
  if (nearSoc < settings.bulkSoC) return { tag: 'bulk', untilSoc: Math.min(targetSoc, settings.bulkSoC) }
  return { tag: 'saturation', untilSoc: targetSoc }
}

/** The part of a piece that lies in one phase, as a segment. */
function firstPhase(stay: Stay, piece: Piece, soc: number): Segment {
  const battery = stay.schedule.ev.batterySizekWh
  const preconditioning = inPreconditioning(stay, piece.fromS)
  const phase = preconditioning ? { tag: 'preconditioning' as const, untilSoc: 100 } : phaseAt(stay, soc)
  let toS = piece.toS
  if (!preconditioning && piece.powerKw > 0 && phase.untilSoc < stay.targetSoc) {
    const seconds = (((phase.untilSoc - soc) / 100) * battery * 3600) / piece.powerKw
    toS = Math.min(toS, piece.fromS + Math.max(1, Math.ceil(seconds - 1e-6)))
  }
  const energyKwh = (piece.powerKw * (toS - piece.fromS)) / 3600
  const gained = preconditioning ? 0 : (energyKwh / battery) * 100
  const charging = piece.powerKw > 0
  const unlimited = charging && piece.powerKw >= stay.schedule.ev.maxPowerkW - sameAsMaxKw
  return {
    from: piece.fromS * 1000,
    to: toS * 1000,
    durationMs: (toS - piece.fromS) * 1000,
    powerkW: piece.powerKw,
    energykWh: energyKwh,
    startSoc: soc,
    endSoc: gained === 0 ? soc : nearTarget(soc + gained, stay),
    paused: !charging && phase.tag !== 'idle' && phase.tag !== 'preconditioning',
    powerUnlimited: unlimited,
    powerIsBeingLimited: charging && !unlimited,
    tag: [phase.tag],
  }
}

/** Rounds away the last bits: a SoC never passes the target, and one that lacks no energy worth naming says so. */
function nearTarget(soc: number, { targetSoc, schedule }: Stay): number {
  const nothingPoints = Math.min(1e-7, (nearTargetKwh / schedule.ev.batterySizekWh) * 100)
  return soc > targetSoc - nothingPoints ? targetSoc : soc
}

/** Less than this, in kWh, is no energy. */
const nothingKwh = 1e-12

/** True for two of one phase whose powers nobody could tell apart; to draw a little for days is not to draw nothing. */
function isAlike(a: Segment, b: Segment): boolean {
  const apartKw = Math.abs(a.powerkW - b.powerkW)
  const apartKwh = (apartKw * Math.max(a.durationMs, b.durationMs)) / 3_600_000
  const bothCharge = a.powerkW > 0 === b.powerkW > 0
  return a.tag[0] === b.tag[0] && apartKw < samePowerKw && (bothCharge || apartKwh < nothingKwh)
}

/** Adds a segment; neighbours alike in power and tag are one. */
function append(segments: Segment[], segment: Segment): void {
  const last = segments[segments.length - 1]
  if (!last || !isAlike(last, segment)) {
    segments.push(segment)
    return
  }
  const isSame = last.powerkW === segment.powerkW
  const isNothing = last.powerkW === 0 || segment.powerkW === 0
  last.to = segment.to
  last.durationMs += segment.durationMs
  last.energykWh += segment.energykWh
  if (isNothing) last.energykWh = 0
  if (!isSame) last.powerkW = (last.energykWh * 3_600_000) / last.durationMs
  last.endSoc = segment.endSoc
}
