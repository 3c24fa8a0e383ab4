import type { Departure } from '@/lib/contract/readiness'

/** Whether the planner can be asked what would help: a departure that its plan leaves short. A frozen plan thaws first. */
export function canBeFixed({ state, reason, schedule }: Departure): boolean {
  const isShort = state === 'will-miss' || state === 'short-of-target'
  return isShort && schedule.plan !== undefined && reason !== 'frozen-plan'
}
