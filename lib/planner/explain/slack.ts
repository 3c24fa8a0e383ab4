import { type Stay, staysOf } from '@/lib/planner/model/stay'
import type { DepotProblem } from '@/lib/planner/problem'

/** Time left over at full power, in minutes: to the target, and to the minimum SoC alone; below 0 the stay is too short. */
export interface Slack {
  targetMinutes: number
  minimumMinutes: number
}

/** The slack of every schedule by its id, from max(from, now) to its deadline. */
export function slackOf(problem: DepotProblem): Map<string, Slack> {
  return new Map(staysOf(problem).map((stay) => [stay.schedule.id, slackOfStay(stay)]))
}

function slackOfStay(stay: Stay): Slack {
  return { targetMinutes: minutesLeft(stay, stay.needKwh), minimumMinutes: minutesLeft(stay, stay.minimumNeedKwh) }
}

/** Minutes of the window that an energy at full power leaves over; −Infinity where there is no power. */
function minutesLeft({ startS, deadlineS, maxPowerKw }: Stay, kwh: number): number {
  const windowMinutes = (deadlineS - startS) / 60
  return kwh <= 0
    ? windowMinutes
    : windowMinutes - (maxPowerKw > 0 ? (kwh / maxPowerKw) * 60 : Number.POSITIVE_INFINITY)
}
