import type { Connection } from '@/lib/charging/connection'
import type { FixedLoad } from '@/lib/planner/problem'
import { constantPowerMs } from '@/lib/stays/full-power'
import { HOUR_MS } from '@/lib/time/interval'

/** Nobody knows when a stranger is full; each run looks again whether it still draws. */
const STRANGER_MS = 2 * HOUR_MS

/** What is known of a connected vehicle's battery and power; null where it is not. */
export type ConnectedVehicle = { batterySizeKwh: number | null; maxPowerKw: number | null }

/** A vehicle that is connected and has no schedule for it. */
export type Unscheduled = {
  connection: Connection
  vehicle: ConnectedVehicle | null
  /** What its charger may give it in any case, kW; null where the charger does not follow us. */
  safeKw: number | null
}

/**
 * The loads of vehicles that are connected without a schedule, or that nobody knows: they charge at once, at what the
 * charger reports, else at full power. A known battery is taken to be full in time, from the SoC that is assumed at an
 * arrival; of others, what they draw now goes on for a while. Where the charger follows us, only what is safe counts: the
 * vehicle gets more only while the others leave it.
 */
export function unscheduledLoads(unscheduled: readonly Unscheduled[], now: number, assumedSoc: number): FixedLoad[] {
  return unscheduled.flatMap(({ connection, vehicle, safeKw }) => {
    const drawnKw = connection.powerKw ?? vehicle?.maxPowerKw ?? 0
    const powerkW = Math.min(drawnKw, safeKw ?? drawnKw)
    if (powerkW <= 0) return []
    const to = endOf(connection, vehicle, powerkW, now, assumedSoc)
    return to > now ? [{ from: now, to, powerkW }] : []
  })
}

function endOf(
  { connectedAt, charging }: Connection,
  vehicle: ConnectedVehicle | null,
  powerKw: number,
  now: number,
  assumedSoc: number,
): number {
  const batterySizeKwh = vehicle?.batterySizeKwh ?? null
  if (batterySizeKwh === null) return now + STRANGER_MS
  const full = connectedAt + constantPowerMs({ soc: assumedSoc, untilSoc: 100, batterySizeKwh, maxPowerKw: powerKw })
  return charging ? Math.max(full, now + HOUR_MS / 4) : full
}
