import type { Departure } from '@/lib/contract/readiness'

const NOT_HERE: readonly Departure['state'][] = [
  'away',
  'not-plugged-in',
  'left-ready',
  'left-short',
  'no-plan',
  'ready',
]

/** Whether charging at once is offered: the vehicle is here, below its target, and its plan is the planner's to make. */
export function mayChargeNow({ state, alsoStates = [], schedule }: Departure): boolean {
  if (schedule.chargeNow || schedule.planMeta?.frozen !== false) return false
  return ![state, ...alsoStates].some((one) => NOT_HERE.includes(one))
}
