import type { DepotJob } from '@/lib/planner/jobs'
import type { DepotProblem, PowerInterval } from '@/lib/planner/problem'
import type { Served } from '@/lib/planner/readiness'
import type { Piece } from '@/lib/planner/segments'
import type { Stay } from '@/lib/planner/stay'
import { indexAt, type TimeGrid } from '@/lib/planner/time-grid'

/**
 * The intervals [first, end) through which a vehicle that cannot pause charges without a break, never below its least
 * power. Inside them it is as free as any other.
 */
export interface Run {
  stay: Stay
  first: number
  end: number
  /** What the run costs the plan that let the vehicle pause, in kWh: 0 where that plan charges in one go anyway. */
  lostKwh: number
}

/** How a plan that lets it pause charges a vehicle that cannot: `flowKwh` in the intervals from `first` up to `end`. */
export interface Wish {
  stay: Stay
  first: number
  end: number
  kwh: number
  flowKwh: Float64Array
  /** It is charging: its run begins with the grid. */
  isUnderWay: boolean
  /** The plan would have it stop at once; it goes on all the same. */
  mustGoOn: boolean
  /**
   * How what the least power adds where the plan charges less counts beside what lies outside of the run: half, since the
   * one mostly takes the place of the other; as soon as possible as much, since it comes late.
   */
  addedWeight: number
}

/** Energies below this, in kWh, are rounding. */
const nothingKwh = 1e-9

/** The wishes of some stays, from the flow of a plan in which they may pause. */
export function wishesOf({ strategy }: DepotProblem, { network, jobs }: Served, grid: TimeGrid, stays: Stay[]): Wish[] {
  const addedWeight = strategy === 'as-soon-as-possible' ? 1 : 0.5
  const wishes = new Map<number, Wish>()
  const wanted = new Map(stays.map((stay) => [stay.index, stay]))
  jobs.forEach((job, v) => {
    const stay = wanted.get(job.stay)
    if (!stay) return
    const wish = wishes.get(job.stay) ?? emptyWish(grid, stay, job, addedWeight)
    wish.end = Math.max(wish.end, job.end)
    wish.kwh += network.gotKwh[v]!
    for (let i = job.first; i < job.end; i++) wish.flowKwh[i]! += network.flowKwh[network.arc[v]! + i]!
    wishes.set(job.stay, wish)
  })
  return [...wishes.values()].map((wish) =>
    isCutOff(grid, wish) ? { ...wish, kwh: wish.stay.needKwh, mustGoOn: true } : wish,
  )
}

function emptyWish(grid: TimeGrid, stay: Stay, { first, end }: DepotJob, addedWeight: number): Wish {
  const isUnderWay = stay.schedule.charging && stay.startS === grid.atS[0]
  return { stay, first, end, kwh: 0, flowKwh: new Float64Array(grid.count), isUnderWay, mustGoOn: false, addedWeight }
}

/** Who is charging goes on, even where the others would leave it nothing. */
function isCutOff(grid: TimeGrid, { stay, kwh, isUnderWay }: Wish): boolean {
  return isUnderWay && kwh < stay.minPowerKw * (grid.hours[0] ?? 0)
}

/** The run of the plan in force, where the site still has room for it and it still suits the energy. */
export function runInForce(grid: TimeGrid, wish: Wish, previous: PowerInterval[]): Run | undefined {
  const { stay, kwh, isUnderWay } = wish
  const own = previous.filter(({ powerkW, to }) => powerkW > 0 && to > grid.atS[0]! * 1000)
  const isWhole = own.every(({ from }, k) => k === 0 || from === own[k - 1]!.to)
  const fromS = Math.max(stay.startS, (own[0]?.from ?? 0) / 1000)
  const toS = (own[own.length - 1]?.to ?? 0) / 1000
  const first = indexAt(grid, fromS)
  const end = indexAt(grid, toS)
  if (!isWhole || toS <= fromS || toS > stay.deadlineS || grid.atS[first] !== fromS || grid.atS[end] !== toS)
    return undefined
  if (isUnderWay && first > 0) return undefined
  const hours = (toS - fromS) / 3600
  if (stay.minPowerKw * hours > kwh * (1 + 1e-12) || kwh * (1 - 1e-9) > stay.maxPowerKw * hours) return undefined
  let lostKwh = kwh
  for (let i = first; i < end; i++) lostKwh += lossIn(grid, wish, i)
  const run = { stay, first, end, lostKwh: Math.max(0, lostKwh) }
  return stillFits(grid, run) ? run : undefined
}

/** What an interval in a run adds to what it loses: less what the wish charges there, more what the least power adds. */
function lossIn({ hours }: TimeGrid, { stay, flowKwh, addedWeight }: Wish, i: number): number {
  const addedKwh = stay.minPowerKw * hours[i]! - flowKwh[i]!
  return (addedKwh > nothingKwh ? addedWeight * addedKwh : 0) - flowKwh[i]!
}

/**
 * The run that fits a wish best and for whose least power the site has room: long enough for all the energy, short enough
 * that the least power brings no more, around most of what the wish charges. Nothing where no run fits.
 */
export function bestRun(grid: TimeGrid, wish: Wish): Run | undefined {
  if (wish.kwh <= nothingKwh || wish.stay.maxPowerKw < wish.stay.minPowerKw) return undefined
  const charges = (i: number) => wish.flowKwh[i]! > nothingKwh
  const anywhere = () => true
  const around = wish.mustGoOn ? undefined : bestAmong(grid, wish, charges)
  return around?.lackKwh === 0 ? around.run : bestAmong(grid, wish, anywhere)?.run
}

/** The best run drawn out to both sides as far as its least power brings no more than the wish: more room to choose from. */
export function longestRun(grid: TimeGrid, wish: Wish): Run | undefined {
  const run = bestRun(grid, wish)
  if (!run) return undefined
  const { stay } = run
  let { first, end } = run
  const mayReach = (from: number, to: number) => stay.minPowerKw * (grid.atS[to]! - grid.atS[from]!) <= wish.kwh * 3600
  for (let grew = true; grew; ) {
    grew = false
    if (end < wish.end && hasRoom(grid, end, stay.minPowerKw) && mayReach(first, end + 1)) {
      end++
      grew = true
    }
    if (
      !wish.isUnderWay &&
      first > wish.first &&
      hasRoom(grid, first - 1, stay.minPowerKw) &&
      mayReach(first - 1, end)
    ) {
      first--
      grew = true
    }
  }
  return { ...run, first, end }
}

interface Candidate {
  run: Run
  lackKwh: number
  hours: number
}

/** The best of the runs that begin and end with intervals of a kind, or end when they are long enough. */
function bestAmong(grid: TimeGrid, wish: Wish, isBound: (i: number) => boolean): Candidate | undefined {
  const { first, end, isUnderWay } = wish
  let best: Candidate | undefined
  for (let from = first; from < (isUnderWay ? first + 1 : end); from++) {
    if (!isUnderWay && !isBound(from)) continue
    best = bestFrom(grid, wish, from, isBound, best)
    if (best && isInOneGo(best.run) && best.lackKwh === 0) break
  }
  return best
}

function bestFrom(
  grid: TimeGrid,
  wish: Wish,
  from: number,
  isBound: (i: number) => boolean,
  soFar: Candidate | undefined,
): Candidate | undefined {
  const { stay, end, kwh } = wish
  const leastKw = stay.minPowerKw
  let best = soFar
  let hours = 0
  let lackKwh = kwh
  let lostKwh = kwh
  for (let i = from; i < end && hasRoom(grid, i, leastKw); i++) {
    hours += grid.hours[i]!
    if (leastKw * hours > kwh * (1 + 1e-12)) break
    lostKwh += lossIn(grid, wish, i)
    const wasShort = lackKwh > 0
    lackKwh = Math.max(0, kwh * (1 - 1e-12) - stay.maxPowerKw * hours)
    if (!wasShort && !isBound(i)) continue
    const candidate = { run: { stay, first: from, end: i + 1, lostKwh: Math.max(0, lostKwh) }, lackKwh, hours }
    if (!best || isBetter(candidate, best)) best = candidate
  }
  return best
}

function isBetter(a: Candidate, b: Candidate): boolean {
  if (Math.abs(a.lackKwh - b.lackKwh) > nothingKwh) return a.lackKwh < b.lackKwh
  if (Math.abs(a.run.lostKwh - b.run.lostKwh) > nothingKwh) return a.run.lostKwh < b.run.lostKwh
  return a.hours < b.hours
}

function hasRoom({ limitKw, baseKw, efficiency }: TimeGrid, i: number, kw: number): boolean {
  return (limitKw[i]! - baseKw[i]!) * efficiency >= kw * (1 - 1e-12)
}

/** True where the plan that lets it pause charges it in one go, so that its least power changes nothing. */
export function isInOneGo({ stay, lostKwh }: Run): boolean {
  return lostKwh <= nothingKwh * Math.max(1, stay.needKwh)
}

/** True while the site still has room for a run's least power. */
export function stillFits(grid: TimeGrid, { stay, first, end }: Run): boolean {
  for (let i = first; i < end; i++) if (!hasRoom(grid, i, stay.minPowerKw)) return false
  return true
}

/** Adds the least power of a run to the grid's base load, or takes it out. */
export function reserveLeast(grid: TimeGrid, { stay, first, end }: Run, sign: 1 | -1): void {
  for (let i = first; i < end; i++) grid.baseKw[i]! += (sign * stay.minPowerKw) / grid.efficiency
}

/** What a run's least power brings, in kWh. */
export function leastKwhOf({ atS }: TimeGrid, { stay, first, end }: Run): number {
  return (stay.minPowerKw * (atS[end]! - atS[first]!)) / 3600
}

/** The pieces of a run: what is charged above its least power, and that. */
export function withLeast(grid: TimeGrid, { stay, first, end }: Run, above: Piece[]): Piece[] {
  const leastKw = stay.minPowerKw
  const pieces: Piece[] = []
  let atS = grid.atS[first]!
  const put = (toS: number, powerKw: number) => {
    if (toS > atS) pieces.push({ fromS: atS, toS, powerKw: Math.min(powerKw, stay.maxPowerKw) })
    atS = Math.max(atS, toS)
  }
  for (const { fromS, toS, powerKw } of above.toSorted((a, b) => a.fromS - b.fromS)) {
    put(fromS, leastKw)
    put(toS, leastKw + powerKw)
  }
  put(grid.atS[end]!, leastKw)
  return pieces
}

/**
 * The seconds at which a run of this stay has to end because the grid has no cut at which it could: too fast until the
 * one before, below its least power until the one after.
 */
export function runCutsS(grid: TimeGrid, stay: Stay): number[] {
  if (stay.maxPowerKw <= 0 || stay.needKwh <= 0) return []
  const fastS = Math.ceil((stay.needKwh / stay.maxPowerKw) * 3600 - 1e-6)
  const slowS = Math.floor((stay.needKwh / stay.minPowerKw) * 3600 + 1e-6)
  const next = grid.atS[indexAt(grid, stay.startS + fastS)]
  if (next !== undefined && next <= Math.min(stay.deadlineS, stay.startS + slowS)) return []
  return [stay.startS + fastS, stay.startS + slowS, stay.deadlineS - fastS].filter(
    (second) => second > stay.startS && second < stay.deadlineS,
  )
}
