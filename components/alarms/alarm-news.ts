import { unseen } from '@/components/alarms/alarm-format'
import type { Alarm } from '@/lib/contract/alarm'

/** So many ids are remembered: more than are ever open, and little to store. */
const MOST_TOLD = 2_000

/** Alarms that this browser has not told of yet and that nobody sees to. */
export function newsOf(alarms: readonly Alarm[], told: readonly string[]): Alarm[] {
  const known = new Set(told)
  return unseen(alarms).filter(({ id }) => !known.has(id))
}

/** What has been told with these, the latest last. */
export function withTold(told: readonly string[], alarms: readonly Alarm[]): string[] {
  return [...new Set([...told, ...alarms.map(({ id }) => id)])].slice(-MOST_TOLD)
}
