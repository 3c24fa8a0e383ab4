import type { Stay } from '@/lib/planner/model/stay'
import type { DepotProblem } from '@/lib/planner/problem'
import { type Piece, totalKwh } from '@/lib/planner/segments/segments'
import { type Given, takingTurns } from '@/lib/planner/steady/steady-plan'
import { beginning } from '@/lib/planner/steady/steady-rules'

type PlanRest = (rest: DepotProblem, fixed: (Piece[] | undefined)[]) => Piece[][]

/**
 * A plan by turns at its beginning, which is what happens before the depot is planned again, and with whatever is best from there
 * on: turns that leave somebody short hours later are turns all the same. Undefined where no such plan is good.
 * @param planRest decides what is left of a problem, around what is fixed in it
 */
export function beginsInTurns(
  problem: DepotProblem,
  stays: Stay[],
  given: Given,
  planRest: PlanRest,
): Piece[][] | undefined {
  const taking = takingTurns(problem, stays, given)
  if (!taking) return undefined
  const moving = new Set(taking.moves.map(({ index }) => index))
  const { steady, short } = taking.attempt(taking.moves, beginning.as)
  for (const seconds of beginning.seconds) {
    const untilS = Math.ceil(problem.now / 1000) + seconds
    if (stays.some((stay) => stay.preconditioningFromS < Math.min(untilS, stay.endS))) continue
    if (short && short.deadlineS <= untilS) continue
    const whole = followed(problem, stays, { steady, moving, untilS }, planRest)
    if (given.isGood(whole)) return whole
  }
  return undefined
}

type Begun = { steady: Piece[][]; moving: ReadonlySet<number>; untilS: number }

/** What takes turns is planned from a second on by what it has then; what does not goes on as it was given. */
function followed(problem: DepotProblem, stays: Stay[], { steady, moving, untilS }: Begun, planRest: PlanRest) {
  const begun = steady.map((own) => between(own, Number.NEGATIVE_INFINITY, untilS))
  const left = stays.filter(({ departureS }) => departureS > untilS)
  const schedules = left.map(({ schedule, index, isPresent, targetSoc }) => {
    const points = (totalKwh(begun[index]!) / schedule.ev.batterySizekWh) * 100
    const startSoc = Math.max(schedule.startSoc, Math.min(targetSoc, schedule.startSoc + points))
    return { ...schedule, startSoc, present: isPresent }
  })
  const fixed = left.map(({ index }) =>
    moving.has(index) ? undefined : between(steady[index]!, untilS, Number.POSITIVE_INFINITY),
  )
  const rest = planRest({ ...problem, now: untilS * 1000, previous: {}, schedules }, fixed)
  const whole = begun.slice()
  left.forEach(({ index }, k) => {
    whole[index] = joined(begun[index]!, rest[k]!)
  })
  return whole
}

/** The parts of pieces that lie in a time. */
function between(pieces: readonly Piece[], fromS: number, toS: number): Piece[] {
  return pieces.flatMap((piece) => {
    const part = { ...piece, fromS: Math.max(piece.fromS, fromS), toS: Math.min(piece.toS, toS) }
    return part.fromS < part.toS ? [part] : []
  })
}

function joined(begun: Piece[], rest: Piece[]): Piece[] {
  const [last, next] = [begun.at(-1), rest[0]]
  if (!last || !next || last.toS !== next.fromS || last.powerKw !== next.powerKw) return [...begun, ...rest]
  return [...begun.slice(0, -1), { ...last, toS: next.toS }, ...rest.slice(1)]
}
