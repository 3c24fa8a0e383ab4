import type { ChargerEvent } from '@/lib/charging/charger-event'
import type { Judged } from '@/lib/charging/plausibility/judged'
import { highestKw, type Limits } from '@/lib/charging/plausibility/limits'

/** The powers of a session in kW, one for each event. A charger that has sent one in W has sent all of them in W. */
export function believePower(events: readonly Pick<ChargerEvent, 'powerKw'>[], limits: Limits): Judged<number>[] {
  const highest = highestKw(limits)
  const sent = events.flatMap(({ powerKw }) => (powerKw === null ? [] : [Math.abs(powerKw)]))
  const inWatts = sent.some((power) => power > highest) && sent.every((power) => power / 1000 <= highest)
  return events.map(({ powerKw }) => {
    if (powerKw === null) return { value: null }
    if (inWatts)
      return { value: powerKw / 1000, warning: `powerkW: ${powerKw} is taken as W, as this charger sends them` }
    if (Math.abs(powerKw) <= highest) return { value: powerKw }
    return { value: null, warning: `powerkW: ${powerKw} is more than vehicle and charger can do and is left out` }
  })
}
