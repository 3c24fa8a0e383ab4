import type { DrawnStay } from '@/components/timeline/stay'
import { MINUTE_MS } from '@/lib/time/interval'

/** Times are moved to whole steps, and a stay keeps at least one. */
export const STEP_MS = 5 * MINUTE_MS
export const LONG_STEP_MS = 60 * MINUTE_MS

/** What of a stay is moved: all of it, or one of its ends. */
export type Grip = 'whole' | 'arrival' | 'departure'
/** What of a stay its moving needs. */
export type MovableStay = Pick<DrawnStay, 'id' | 'vehicleId' | 'from' | 'to'>
/** A stay with the times that it would have; nothing is stored yet. */
export type MovedStay = { stay: MovableStay; grip: Grip; from: number; to: number }

/** What can still be moved: an arrival that has been stays, and a stay that is over stays as it was. */
export function gripsOf({ from, to }: MovableStay, now: number): Grip[] {
  if (to <= now) return []
  return from <= now ? ['departure'] : ['whole', 'arrival', 'departure']
}

/** A stay picked up by one of its grips; null where that one is not to be moved. */
export function pickUp(stay: MovableStay, grip: Grip, now: number): MovedStay | null {
  const grips = gripsOf(stay, now)
  const [first] = grips
  if (!first) return null
  return { stay, grip: grips.includes(grip) ? grip : first, from: stay.from, to: stay.to }
}

/**
 * The stay with its gripped end at most `byMs` from where it was picked up, in whole steps: never ending before it begins,
 * and with nothing that is moved before `now`.
 */
export function moveTo(moved: MovedStay, byMs: number, now: number): MovedStay {
  const { stay, grip } = moved
  const soonest = Math.ceil(now / STEP_MS) * STEP_MS
  if (grip === 'departure') return { ...moved, to: Math.max(snap(stay.to, byMs), soonest, nextStep(moved.from)) }
  const from = Math.max(snap(stay.from, byMs), Math.min(soonest, stay.from))
  // A stay shorter than a step begins where it did.
  if (grip === 'arrival') return { ...moved, from: Math.min(from, Math.max(previousStep(moved.to), stay.from)) }
  return { ...moved, from, to: from + (moved.to - moved.from) }
}

/** The moved stay one step on; the picked up grip decides what moves. */
export function stepBy(moved: MovedStay, byMs: number, now: number): MovedStay {
  const known = moved.grip === 'departure' ? moved.to - moved.stay.to : moved.from - moved.stay.from
  return moveTo(moved, known + byMs, now)
}

export function isMoved({ stay, from, to }: MovedStay): boolean {
  return from !== stay.from || to !== stay.to
}

/** The grip at a place in a bar: its ends, as wide as a finger or a pointer needs, leave the middle for the whole. */
export function gripAt(px: number, widthPx: number, edgePx: number): Grip {
  const edge = Math.min(edgePx, widthPx / 3)
  if (px < edge) return 'arrival'
  return px > widthPx - edge ? 'departure' : 'whole'
}

/** Unmoved times keep their seconds. */
function snap(instant: number, byMs: number): number {
  return Math.abs(byMs) < STEP_MS / 2 ? instant : Math.round((instant + byMs) / STEP_MS) * STEP_MS
}

function nextStep(instant: number): number {
  return (Math.floor(instant / STEP_MS) + 1) * STEP_MS
}

function previousStep(instant: number): number {
  return (Math.ceil(instant / STEP_MS) - 1) * STEP_MS
}
