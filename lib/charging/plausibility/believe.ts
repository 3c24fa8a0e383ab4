import type { ChargerEvent } from '@/lib/charging/charger-event'
import { believeEnergy } from '@/lib/charging/plausibility/believe-energy'
import { believePower } from '@/lib/charging/plausibility/believe-power'
import { believeSoc } from '@/lib/charging/plausibility/believe-soc'
import type { Counter } from '@/lib/charging/plausibility/counter'
import type { Limits } from '@/lib/charging/plausibility/limits'

/** An event of a session with the values that are believed; SoC percent, power kW. */
export type BelievedEvent = Omit<ChargerEvent, 'energyKwh' | 'meterKwh'> & { counter: Counter | null }

export type Believed = { events: BelievedEvent[]; warnings: Map<ChargerEvent, string[]> }

/**
 * What is believed of the values that the events of one session bring: the one place where that is decided, for events
 * of the API and of the gateway. A pure function of the events in order, so that a late one has all of them judged
 * anew; what was sent stays in the events.
 */
export function believe(events: readonly ChargerEvent[], limits: Limits): Believed {
  const powers = believePower(events, limits)
  const counters = believeEnergy(events, limits)
  const socs = believeSoc(
    events,
    counters.map(({ value }) => value),
    limits,
  )
  const warnings = new Map<ChargerEvent, string[]>()
  const believed = events.map((event, index): BelievedEvent => {
    const [soc, power, counter] = [socs[index], powers[index], counters[index]]
    const said = [soc, power, counter].flatMap((judged) => judged?.warning ?? [])
    if (said.length > 0) warnings.set(event, said)
    const { energyKwh: _energy, meterKwh: _meter, ...rest } = event
    return { ...rest, soc: soc?.value ?? null, powerKw: power?.value ?? null, counter: counter?.value ?? null }
  })
  return { events: believed, warnings }
}
