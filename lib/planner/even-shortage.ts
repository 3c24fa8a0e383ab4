import { divideEvenly } from '@/lib/planner/divide-shortage'
import { type Cut, maximize } from '@/lib/planner/max-flow'
import { type Network, setNeed } from '@/lib/planner/network'
import type { Member } from '@/lib/planner/readiness'

/** A member on the way to its share of the shortage. */
interface Giver {
  member: Member
  kwhPerPoint: number
  gaveKwh: number
}

/**
 * Serves a level above the minimum: the largest shortage in SoC points as small as possible, then the next (the
 * lexicographically optimal base of a polymatroid, Fujishige 1980). Jobs then need what they got.
 */
export function serveEvenly(network: Network, members: Member[]): void {
  if (members.every(({ parts }) => parts.length === 1)) divideEvenly(network, members)
  else bindStepwise(network, members)
}

/**
 * Where some stays ask in their margin too: Newton's method on the cut finds the least common shortage; the stays of the
 * last cut are then bound to it, and the others may get more.
 */
function bindStepwise(network: Network, members: Member[]): void {
  let open = members
  while (open.length > 0) {
    const bound = leastCommonShortage(network, open)
    for (const { parts } of bound.length > 0 ? bound : open) {
      for (const { v } of parts) network.needKwh[v] = network.gotKwh[v]!
    }
    if (bound.length === 0) return
    const isBound = new Set(bound)
    open = open.filter((member) => !isBound.has(member))
  }
}

/** Lets everybody give up to the same number of points, as few as possible; gives who must give them. */
function leastCommonShortage(network: Network, open: Member[]): Member[] {
  const { needKwh, gotKwh } = network
  const givers: Giver[] = open.map((member) => ({
    member,
    kwhPerPoint: member.stay.schedule.ev.batterySizekWh / 100,
    gaveKwh: 0,
  }))
  for (const { parts } of open) for (const { v, kwh, beforeKwh } of parts) needKwh[v] = beforeKwh + kwh
  let bound: Member[] = []
  for (;;) {
    const cut = maximize(network)
    const excessKwh = open.reduce(
      (sum, { parts }) => parts.reduce((total, { v }) => total + Math.max(0, needKwh[v]! - gotKwh[v]!), sum),
      0,
    )
    if (excessKwh <= network.tinyKwh * open.length) return bound
    const inCut = givers.filter((giver) => spareKwh(network, cut, giver) > 0)
    if (inCut.length === 0) return bound
    const points = pointsFor(network, cut, inCut, excessKwh)
    bound = inCut.map(({ member }) => member)
    const beforeKwh = sumOf(inCut)
    for (const giver of inCut) give(network, cut, giver, points * giver.kwhPerPoint - giver.gaveKwh)
    if (sumOf(inCut) - beforeKwh <= network.tinyKwh) return bound
  }
}

function sumOf(givers: Giver[]): number {
  return givers.reduce((sum, { gaveKwh }) => sum + gaveKwh, 0)
}

/** What a member could give up in the parts that the cut holds. */
function spareKwh({ needKwh }: Network, cut: Cut, { member }: Giver): number {
  return member.parts.reduce(
    (sum, { v, beforeKwh }) => sum + (cut.job[v] === 1 ? Math.max(0, needKwh[v]! - beforeKwh) : 0),
    0,
  )
}

/** The common shortage at which the members of a cut together give up an excess. */
function pointsFor(network: Network, cut: Cut, inCut: Giver[], excessKwh: number): number {
  const bends = inCut.flatMap((giver) => {
    const { gaveKwh, kwhPerPoint } = giver
    const spare = spareKwh(network, cut, giver)
    return [
      { points: gaveKwh / kwhPerPoint, slope: kwhPerPoint },
      { points: (gaveKwh + spare) / kwhPerPoint, slope: -kwhPerPoint },
    ]
  })
  bends.sort((a, b) => a.points - b.points)
  let points = bends[0]?.points ?? 0
  let slope = 0
  let leftKwh = excessKwh
  for (const bend of bends) {
    const givenKwh = slope * (bend.points - points)
    if (givenKwh >= leftKwh) break
    leftKwh -= givenKwh
    points = bend.points
    slope += bend.slope
  }
  return slope > 1e-12 ? points + leftKwh / slope : points
}

function give(network: Network, cut: Cut, giver: Giver, kwh: number): void {
  let leftKwh = kwh
  for (const { v, beforeKwh } of giver.member.parts) {
    if (cut.job[v] !== 1 || leftKwh <= 0) continue
    const givenKwh = Math.min(leftKwh, Math.max(0, network.needKwh[v]! - beforeKwh))
    setNeed(network, v, network.needKwh[v]! - givenKwh)
    giver.gaveKwh += givenKwh
    leftKwh -= givenKwh
  }
}
