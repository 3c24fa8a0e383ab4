import { MINUTE_MS } from '@/lib/time/interval'

/** A reading says what a vehicle draws for so long; chargers report every few minutes at most. */
const FRESH_MS = 15 * MINUTE_MS

/** A connected vehicle: what its charger last said (kW, null: no power), and what it is to draw now by its plan. */
export type ConnectedPower = { charging: boolean; powerKw: number | null; lastEventAt: number; plannedKw: number }

/** What vehicles draw, kW at the vehicles; `measured` when all of it is what chargers said. */
export type PowerNow = { powerKw: number; source: 'measured' | 'planned' }

/**
 * What vehicles draw now. Where chargers say who is connected, one that is not draws nothing, and one that does not
 * charge neither; one that charges draws what its charger said lately, otherwise its plan's power.
 * @param connected null: chargers say nothing here, and the plans' power holds
 */
export function powerNow(connected: readonly ConnectedPower[] | null, plannedKw: number, now: number): PowerNow {
  if (connected === null) return { powerKw: plannedKw, source: 'planned' }
  const charging = connected.filter((one) => one.charging)
  const isSaid = ({ powerKw, lastEventAt }: ConnectedPower) => powerKw !== null && now - lastEventAt <= FRESH_MS
  return {
    powerKw: charging.reduce((sum, one) => sum + (isSaid(one) ? (one.powerKw ?? 0) : one.plannedKw), 0),
    source: charging.every(isSaid) ? 'measured' : 'planned',
  }
}
