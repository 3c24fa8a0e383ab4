import type { DepotLp, LpStay } from '@/bench/highs/depot-lp'
import type { LpSession, Objective } from '@/bench/highs/lp-session'

/** What the linear program finds best, stage by stage, each under what the stages before it reached. */
export interface LevelEnergy {
  rank: number
  isMinimum: boolean
  priority: number
  energyKwh: number
}

/** Readiness: the most energy of each level in turn, rank by rank the minimums by priority, then the rest by priority. */
export function mostEnergyByLevel(lp: DepotLp, session: LpSession): LevelEnergy[] {
  const priorities = [...new Set(lp.stays.map(({ facts }) => facts.schedule.priority))].sort((a, b) => b - a)
  const ranks = [...new Set(lp.stays.map(({ facts }) => facts.rank))].sort((a, b) => a - b)
  const levels = ranks.flatMap((rank) =>
    [true, false].flatMap((isMinimum) => priorities.map((priority) => ({ rank, isMinimum, priority }))),
  )
  return levels.map(({ rank, isMinimum, priority }) => {
    const isMember = ({ facts }: LpStay) => facts.rank === rank && facts.schedule.priority === priority
    const members = [...lp.stays.entries()].flatMap(([stay, own]) => (isMember(own) ? [stay] : []))
    const column = isMinimum ? session.columns.minimum : session.columns.rest
    const objective: Objective = new Map(members.map((stay) => [column(stay), -1]))
    return { rank, isMinimum, priority, energyKwh: -session.minimise(objective, 'keep') }
  })
}

/** The most energy of all stays together: where nothing is short, and for totals. */
export function mostEnergyKwh(lp: DepotLp, session: LpSession): number {
  const { minimum, rest } = session.columns
  const shares = [...lp.stays.keys()].flatMap((stay) => [minimum(stay), rest(stay)])
  return -session.minimise(new Map(shares.map((column) => [column, -1])), 'keep')
}

/** The lowest peak in kW, at least the billing period's so far, which costs nothing more. */
export function leastPeakKw(lp: DepotLp, session: LpSession): number {
  const peak = session.minimise(new Map([[session.columns.peak, 1]]), 'forget')
  const reached = Math.max(peak, lp.peakSoFarKw)
  session.boundPeak(reached + 1e-9 * Math.max(1, Math.abs(reached)))
  return reached
}

/** The least cost of the vehicles' energy. */
export function leastEnergyCost(lp: DepotLp, session: LpSession): number {
  return session.minimise(energyCost(lp, session), 'keep')
}

/** The least bill: energy, and the peak above the one so far. */
export function leastBill(lp: DepotLp, session: LpSession): number {
  const { peak } = session.columns
  const objective = energyCost(lp, session)
  if (lp.demandChargePerKw > 0) {
    session.addRow(lp.peakSoFarKw, Number.POSITIVE_INFINITY, new Map([[peak, 1]]))
    objective.set(peak, lp.demandChargePerKw)
  }
  const offset = lp.demandChargePerKw > 0 ? lp.demandChargePerKw * lp.peakSoFarKw : 0
  return session.minimise(objective, 'keep') - offset
}

/** The most energy delivered by each boundary of the grid, in kWh, earlier boundaries first. */
export function mostEnergyByBoundary(lp: DepotLp, session: LpSession): number[] {
  return lp.hours.map((_, boundary) => {
    const objective: Objective = new Map()
    for (const [column, { interval }] of session.columns.energy.entries())
      if (interval <= boundary) objective.set(column, -1)
    return objective.size === 0 ? 0 : -session.minimise(objective, 'keep')
  })
}

/** The flattest site load: the level in kW that each interval has in every flattest plan, found level by level. */
export function flattestLevelsKw(lp: DepotLp, session: LpSession): number[] {
  const levels = new Array<number>(lp.hours.length).fill(Number.NaN)
  const open = new Set(lp.hours.keys())
  while (open.size > 0) {
    const level = session.minimise(new Map([[session.columns.peak, 1]]), 'forget')
    const { rowDuals } = session.solution()
    const tight = [...open].filter((k) => Math.abs(rowDuals[session.columns.peakRow(k)] ?? 0) > 1e-7)
    if (tight.length === 0) throw new Error(`No interval holds the level of ${level} kW; the program is degenerate.`)
    for (const k of tight) {
      levels[k] = level
      open.delete(k)
      session.fixLevel(k, level)
    }
  }
  return levels
}

function energyCost(lp: DepotLp, session: LpSession): Objective {
  return new Map(
    session.columns.energy.map(({ interval }, column) => [column, (lp.price[interval] ?? 0) / lp.efficiency]),
  )
}
