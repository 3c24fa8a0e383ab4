import { networkOf } from '@/lib/planner/flow/network'
import type { Stay } from '@/lib/planner/model/stay'
import { indexAt, type TimeGrid, timeGridOf } from '@/lib/planner/model/time-grid'
import { fillsEarly } from '@/lib/planner/objective/fill-early'
import { leastPeakKw } from '@/lib/planner/objective/least-peak'
import { type DepotProblem, incumbentPlan } from '@/lib/planner/problem'
import { RoomSteps } from '@/lib/planner/segments/room-steps'
import { inOrder, inPreconditioning, type Piece, totalKwh } from '@/lib/planner/segments/segments'
import type { Outcome } from '@/lib/planner/stability/outcome'
import { giveTurns, type PricedTime } from '@/lib/planner/steady/give-turns'
import { fullest, mostLeft, mostStays, type Spare, type Try, tries } from '@/lib/planner/steady/steady-rules'
import { Turn } from '@/lib/planner/steady/turn'

/** A plan that gives all what they are to get; its power may change often. The stays that have something in `stands` stay as they are. */
export interface Unsteady {
  pieces: Piece[][]
  stands: readonly (Piece[] | undefined)[]
}

export interface Given extends Unsteady {
  best: Outcome
  isGood: (pieces: Piece[][]) => boolean
}

/**
 * A plan that gives every stay as much as `pieces` do under hardly more than the best plan's peak, with few changes of power:
 * the vehicles charge in turn rather than all of them a little. Undefined where nothing that is tried is good.
 */
export function steadyPlan(problem: DepotProblem, stays: Stay[], given: Given): Piece[][] | undefined {
  const taking = takingTurns(problem, stays, given)
  if (!taking) return undefined
  const leastKw = leastCapKw(taking.grid, taking.moves, given.pieces)
  for (const one of tries) {
    if (taking.capKw(one.cap) < leastKw) continue
    const { steady, short } = taking.attempt(taking.moves, one)
    if (!short && given.isGood(steady)) return steady
  }
  return undefined
}

/** The same, but that the few that come short by turns keep what `pieces` give them, and the others take turns around it. */
export function steadyBut(problem: DepotProblem, stays: Stay[], given: Given): Piece[][] | undefined {
  const taking = takingTurns(problem, stays, given)
  let own = taking?.moves ?? []
  for (let left = 0; taking && left <= mostLeft; left++) {
    const { short, steady } = taking.attempt(own, fullest)
    if (!short) return given.isGood(steady) ? steady : undefined
    own = own.filter((stay) => stay !== short)
  }
  return undefined
}

/** The stays that may take turns, and a way to try it; `short`: the first that did not get what it is to get, with which a try ends. */
export function takingTurns(problem: DepotProblem, stays: Stay[], { pieces, stands, best }: Omit<Given, 'isGood'>) {
  const moves = stays.filter((stay) => !stands[stay.index] && mayTakeTurns(stay, pieces[stay.index]!))
  const peakKw = best.aims[0]
  if (moves.length === 0 || moves.length > mostStays || peakKw === undefined || !fillsEarly(problem)) return undefined
  const grid = timeGridOf(problem, stays)
  // Below a peak that was drawn already nothing is gained; a little more than that each time would climb without end.
  const capKw = (cap: number) => (best.isUnderPeakSoFar ? peakKw : Math.max(problem.site.peakSoFarkW, peakKw * cap))
  const attempt = (
    own: readonly Stay[],
    { cap, more, worth, spare }: Try,
  ): { steady: Piece[][]; short: Stay | undefined } => {
    const moving = new Set(own.map(({ index }) => index))
    const turns = own.map((stay) => turnOf(problem, stay, pieces[stay.index]!, spare))
    const room = roomUnder(grid, capKw(cap), stays, pieces, moving)
    const short = giveTurns(turns, room, pricedTimes(grid, stays, pieces, moving, more), worth)?.stay
    return { steady: merged(pieces, turns), short }
  }
  return { moves, grid, capKw, attempt }
}

/** Under a lower cap on site power nobody could give these stays, without their curves, what they are to get. */
function leastCapKw(given: TimeGrid, moves: readonly Stay[], pieces: Piece[][]): number {
  const grid = { ...given, baseKw: given.baseKw.slice() }
  const moving = new Set(moves.map(({ index }) => index))
  pieces.forEach((own, s) => {
    if (!moving.has(s)) for (const piece of own) addMean(grid, piece)
  })
  const jobs = moves.map(({ index, startS, deadlineS, maxPowerKw }) => {
    return { stay: index, first: indexAt(grid, startS), end: indexAt(grid, deadlineS), powerKw: maxPowerKw }
  })
  const network = networkOf(jobs, grid.hours)
  moves.forEach((stay, v) => {
    network.needKwh[v] = chargedKwh(stay, pieces[stay.index]!)
  })
  return leastPeakKw(network, grid, 0) * (1 - 1e-6)
}

/** Adds the mean of a piece to what is there anyway. */
function addMean({ atS, baseKw, count, efficiency }: TimeGrid, { fromS, toS, powerKw }: Piece): void {
  for (let i = 0; i < count && atS[i]! < toS; i++) {
    const seconds = Math.min(toS, atS[i + 1]!) - Math.max(fromS, atS[i]!)
    if (seconds > 0) baseKw[i]! += (powerKw * seconds) / ((atS[i + 1]! - atS[i]!) * efficiency)
  }
}

function chargedKwh(stay: Stay, pieces: readonly Piece[]): number {
  return totalKwh(pieces.filter(({ fromS }) => !inPreconditioning(stay, fromS)))
}

/** Free in power, without ideals, and served inside its window. */
function mayTakeTurns(stay: Stay, pieces: readonly Piece[]): boolean {
  const { minPowerKw, schedule, deadlineS } = stay
  const charging = pieces.filter(({ fromS }) => !inPreconditioning(stay, fromS))
  return (
    minPowerKw <= 0 &&
    schedule.ev.supportsPausing &&
    schedule.settings.powerRules.every(({ idealPowerkW }) => idealPowerkW === null) &&
    charging.every(({ toS }) => toS <= deadlineS)
  )
}

function turnOf(problem: DepotProblem, stay: Stay, pieces: readonly Piece[], spare: Spare): Turn {
  const goalKwh = chargedKwh(stay, pieces)
  const { now } = problem
  const going = incumbentPlan(problem, stay.schedule.id).find(({ from, to }) => from <= now && now < to)
  const draws = stay.startS * 1000 <= now && going ? Math.min(going.powerkW, stay.maxPowerKw) : 0
  return new Turn(stay, goalKwh, draws, (problem.site.readyBufferMinutes ?? 0) * 60, spare)
}

/** What the site has for those that move, at the vehicle. */
function roomUnder(grid: TimeGrid, capKw: number, stays: Stay[], pieces: Piece[][], moving: Set<number>): RoomSteps {
  const steps = Array.from(grid.hours, (_, i) => ({
    fromS: grid.atS[i]!,
    kw: (Math.min(grid.limitKw[i]!, capKw) - grid.baseKw[i]!) * grid.efficiency,
  }))
  const room = new RoomSteps(steps, grid.atS[grid.count] ?? 0)
  for (const stay of stays)
    for (const piece of pieces[stay.index]!)
      if (!moving.has(stay.index) || inPreconditioning(stay, piece.fromS))
        room.take(piece.fromS, piece.toS, piece.powerKw)
  return room
}

/** The times of one price, and what the given pieces charge in each. */
function pricedTimes(
  grid: TimeGrid,
  stays: Stay[],
  pieces: Piece[][],
  moving: Set<number>,
  more: number,
): PricedTime[] {
  const times: (PricedTime & { fromS: number })[] = []
  for (let i = 0; i < grid.count; i++) {
    const [fromS, toS] = [grid.atS[i]!, grid.atS[i + 1]!]
    const last = times.at(-1)
    if (last && i > 0 && grid.pricePerKwh[i] === grid.pricePerKwh[i - 1]) last.toS = toS
    else times.push({ fromS, toS, leftKwh: 0 })
  }
  let allKwh = 0
  for (const stay of stays) {
    if (!moving.has(stay.index)) continue
    allKwh += totalKwh(pieces[stay.index]!)
    for (const { fromS, toS, powerKw } of pieces[stay.index]!)
      for (const time of times) {
        const seconds = Math.min(toS, time.toS) - Math.max(fromS, time.fromS)
        if (seconds > 0) time.leftKwh += (powerKw * seconds) / 3600
      }
  }
  for (const time of times) if (time.leftKwh > more * allKwh) time.leftKwh += more * allKwh
  return times
}

function merged(pieces: Piece[][], turns: readonly Turn[]): Piece[][] {
  const steady = pieces.slice()
  for (const { stay, pieces: own } of turns) {
    const reserved = pieces[stay.index]!.filter(({ fromS }) => inPreconditioning(stay, fromS))
    steady[stay.index] = inOrder([...own, ...reserved])
  }
  return steady
}
