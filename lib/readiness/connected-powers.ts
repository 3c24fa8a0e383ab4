import type { Connection } from '@/lib/charging/connection'
import type { Connected } from '@/lib/planning/list-unscheduled'
import type { ConnectedPower } from '@/lib/site/power-now'
import type { DepotStay } from '@/lib/stays/depot-stay'
import { includes } from '@/lib/time/interval'

/** What each connected vehicle draws, by its charger's last word, its plan, or what is known of one without a schedule. */
export function powersOf(connected: Connected, stays: readonly DepotStay[], now: number): ConnectedPower[] {
  const ordered = new Map(
    stays.map(({ vehicleKey, incumbent }) => {
      const segment = incumbent?.plan.segments?.find((candidate) => includes(candidate, now))
      return [vehicleKey, segment?.powerkW ?? 0]
    }),
  )
  const isScheduled = (one: Connection) => !connected.unscheduled.some(({ connection }) => connection === one)
  const scheduled = connected.connections.filter(isScheduled).map(
    ({ charging, powerKw, lastEventAt, vehicleKey }): ConnectedPower => ({
      ...{ charging, powerKw, lastEventAt },
      plannedKw: ordered.get(vehicleKey ?? -1) ?? 0,
    }),
  )
  return [...scheduled, ...unscheduledPowers(connected)]
}

/** One without a schedule draws what was heard of it last, however long ago, else its full power. */
export function unscheduledPowers({ unscheduled }: Connected): ConnectedPower[] {
  return unscheduled.map(({ connection: { charging, powerKw, lastEventAt }, vehicle }) => ({
    ...{ charging, powerKw, lastEventAt },
    plannedKw: powerKw ?? vehicle?.maxPowerKw ?? 0,
  }))
}
