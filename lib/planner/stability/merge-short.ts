import { type Network, setFlow } from '@/lib/planner/flow/network'

/** Nobody should change its power for less than this, in hours. */
const shortestHours = 1 / 60
/** Powers that differ by less, in kW, are one. */
const samePowerKw = 1e-6
/** Short intervals beside one another grow together in a few rounds. */
const rounds = 3

/** What merging may do: to which vehicle, and between which intervals energy may move without a cost, as far as there is room. */
export interface MergeRules {
  mayMove: (v: number) => boolean
  isSameWorth: (i: number, j: number) => boolean
}

/**
 * Where interval after interval is seconds long, because somebody comes or goes, others may draw another power just there.
 * Those of them that could do so draw their mean power there and in the interval beside it, and one of them takes up the
 * difference: everybody's energy and every interval's load stay what they were, so that no aim loses anything. One alone
 * draws its mean where energy is worth the same in both and the site has room.
 */
export function mergeShort(network: Network, rules: MergeRules): void {
  const { hours, intervals } = network
  for (let round = 0; round < rounds; round++) {
    let anyMerged = false
    for (let i = 0; i < intervals; i++) {
      if (hours[i]! >= shortestHours - 1e-9) continue
      const sides = [i - 1, i + 1].filter((j) => j >= 0 && j < intervals && hours[j]! >= hours[i]!)
      sides.sort((a, b) => hours[b]! - hours[a]!)
      if (sides.some((j) => mergeInto(network, i, j, rules))) anyMerged = true
    }
    if (!anyMerged) return
  }
}

/** Merges interval `i` into `j` beside it for all whose power it is alone in; false where that would not help. */
function mergeInto(network: Network, i: number, j: number, { mayMove, isSameWorth }: MergeRules): boolean {
  const hasty = hastyIn(network, i, j).filter(mayMove)
  const [only] = hasty
  if (only === undefined) return false
  const excessKw = hasty.reduce((sum, v) => sum + powerOf(network, v, i) - powerOf(network, v, j), 0)
  if (hasty.length === 1 && Math.abs(excessKw) > samePowerKw)
    return isSameWorth(i, j) && levelAlone(network, only, i, j)
  const wasKwh = hasty.map(
    (v) => [network.flowKwh[network.arc[v]! + i]!, network.flowKwh[network.arc[v]! + j]!] as const,
  )
  const stepsBefore = stepsOf(network, hasty, i, j)
  for (const last of hasty) {
    if (level(network, hasty, last, i, j) && stepsOf(network, hasty, i, j) <= stepsBefore) return true
    hasty.forEach((v, k) => {
      setFlow(network, v, i, wasKwh[k]![0])
      setFlow(network, v, j, wasKwh[k]![1])
    })
  }
  return false
}

/** The vehicles that may charge in both intervals, and whose power in `i` is neither that beside it nor that on the other side. */
function hastyIn(network: Network, i: number, j: number): number[] {
  const { first, end, coverFrom, coverJob } = network
  const other = 2 * i - j
  const jobs: number[] = []
  for (let c = coverFrom[i]!; c < coverFrom[i + 1]!; c++) {
    const v = coverJob[c]!
    if (j < first[v]! || j >= end[v]!) continue
    const powerKw = powerOf(network, v, i)
    const isAlone = Math.abs(powerKw - powerOf(network, v, j)) > samePowerKw
    if (isAlone && Math.abs(powerKw - powerOf(network, v, other)) > samePowerKw) jobs.push(v)
  }
  return jobs
}

/** All but `last` draw their mean power in both intervals, and it what keeps the loads; false where it cannot. */
function level(network: Network, jobs: number[], last: number, i: number, j: number): boolean {
  const { flowKwh, arc, hours, powerKw } = network
  let inKwh = flowKwh[arc[last]! + i]!
  let besideKwh = flowKwh[arc[last]! + j]!
  for (const v of jobs) {
    if (v === last) continue
    const atI = arc[v]! + i
    const atJ = arc[v]! + j
    const meanKw = (flowKwh[atI]! + flowKwh[atJ]!) / (hours[i]! + hours[j]!)
    inKwh += flowKwh[atI]! - meanKw * hours[i]!
    besideKwh += flowKwh[atJ]! - meanKw * hours[j]!
    setFlow(network, v, i, meanKw * hours[i]!)
    setFlow(network, v, j, meanKw * hours[j]!)
  }
  const fits = (kwh: number, k: number) => kwh >= 0 && kwh <= powerKw[last]! * hours[k]!
  if (!fits(inKwh, i) || !fits(besideKwh, j)) return false
  setFlow(network, last, i, inKwh)
  setFlow(network, last, j, besideKwh)
  return true
}

/** One draws its mean power in both intervals; false where there is no room for that. */
function levelAlone(network: Network, v: number, i: number, j: number): boolean {
  const { flowKwh, arc, hours, loadKwh, roomKwh } = network
  const atI = arc[v]! + i
  const atJ = arc[v]! + j
  const meanKw = (flowKwh[atI]! + flowKwh[atJ]!) / (hours[i]! + hours[j]!)
  const moreI = meanKw * hours[i]! - flowKwh[atI]!
  if (loadKwh[i]! + moreI > roomKwh[i]! || loadKwh[j]! - moreI > roomKwh[j]!) return false
  loadKwh[i]! += moreI
  loadKwh[j]! -= moreI
  setFlow(network, v, i, meanKw * hours[i]!)
  setFlow(network, v, j, meanKw * hours[j]!)
  return true
}

/** The steps of power of some jobs in and around two intervals beside one another; a short stretch counts twice. */
function stepsOf(network: Network, jobs: number[], i: number, j: number): number {
  const from = Math.min(i, j) - 1
  const to = Math.max(i, j) + 1
  let steps = 0
  for (const v of jobs) {
    for (let k = from; k < to; k++) {
      if (Math.abs(powerOf(network, v, k) - powerOf(network, v, k + 1)) > samePowerKw) steps++
    }
  }
  return steps
}

function powerOf({ first, end, arc, flowKwh, hours }: Network, v: number, i: number): number {
  return i < first[v]! || i >= end[v]! ? 0 : flowKwh[arc[v]! + i]! / hours[i]!
}
