import { hoursToMinimum, hoursToTarget, type Stay, staysOf } from '@/lib/planner/model/stay'
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
  return {
    targetMinutes: minutesLeft(stay, hoursToTarget(stay)),
    minimumMinutes: minutesLeft(stay, hoursToMinimum(stay)),
  }
}

/** Minutes of the window that charging at full power, as the curve lets it, leaves over; −Infinity where there is no power. */
function minutesLeft({ startS, deadlineS }: Stay, hours: number): number {
  return (deadlineS - startS) / 60 - hours * 60
}
