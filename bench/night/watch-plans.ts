import type { Told } from '@/bench/night/chargers'
import { timeOf } from '@/bench/night/judge-night'

/** Prints what each run changes of the plans: of which buses, and from what to what. `hours` is such as `20:00-21:00`. */
export function watchPlans(hours: string) {
  const [from = '', to = ''] = hours.split('-')
  return (at: number, before: Map<string, Told[]>, after: Map<string, Told[]>): void => {
    const time = timeOf(at)
    if (time < from || time >= to) return
    const changed = [...after].filter(([id, plan]) => textOf(plan, at) !== textOf(before.get(id) ?? [], at))
    console.error(`${time}: ${changed.length} of ${after.size} plans changed`)
    for (const [id, plan] of changed)
      console.error(`  ${id}\n    - ${textOf(before.get(id) ?? [], at)}\n    + ${textOf(plan, at)}`)
  }
}

function textOf(plan: readonly Told[], at: number): string {
  return plan
    .filter(({ to, powerkW }) => to > at && powerkW > 0)
    .map(
      ({ from, to, powerkW, powerUnlimited }) =>
        `${timeOf(Math.max(from, at))}–${timeOf(to)} ${powerkW.toFixed(1)}${powerUnlimited ? '!' : ''}`,
    )
    .join(', ')
}
