import type { Preconditioning } from '@/lib/planner/problem'
import type { DepotVehicle } from '@/lib/stays/depot-stay'
import { MINUTE_MS } from '@/lib/time/interval'

const NONE: Preconditioning = {
  vehiclePreconditioningEnergykWh: 0,
  vehiclePreconditioningTimeMs: 0,
  batteryPreconditioningTimeMs: 0,
}

/** VDV 261 writes these where a value is not available, in two bytes and in one; more than two bytes hold cannot be. */
const isAvailable = (value: number | null): value is number => value !== null && value < 65_535 && value !== 255

const SEARCH_DEPTH = 4

/**
 * What a vehicle needs before it leaves, to be warm or cool. It applies when its parameters ask for it. Energy and
 * times come from its last V2ICP message where that has them (VDV 261: `prec_reqtime` and `bat_reqtime` in minutes,
 * `prec_eamount` in Wh), else from what was posted, else they are 0. A minimum power shortens the time.
 */
export function preconditioningOf(vehicle: DepotVehicle): Preconditioning {
  const parameters = vehicle.v2icpParameters
  if (parameters?.preconditioning !== true || parameters.interiorHvac === 'NoPreconditioning') return NONE
  const posted = vehicle.preconditioning ?? {}
  const energyKwh = reportedKwh(vehicle.v2icp) ?? posted.vehiclePreconditioningEnergykWh ?? 0
  const timeMs = reportedMs(vehicle.v2icp, 'prec_reqtime') ?? posted.vehiclePreconditioningTimeMs ?? 0
  const batteryMs = reportedMs(vehicle.v2icp, 'bat_reqtime') ?? posted.batteryPreconditioningTimeMs ?? 0
  return {
    vehiclePreconditioningEnergykWh: timeMs > 0 ? energyKwh : 0,
    vehiclePreconditioningTimeMs: Math.min(timeMs, longestMs(energyKwh, vehicle.minPreconditioningPowerKw)),
    batteryPreconditioningTimeMs: batteryMs,
  }
}

/** The longest time over which the energy can be spread without falling below the minimum power. */
function longestMs(energyKwh: number, minPowerKw: number | null): number {
  if (!minPowerKw || energyKwh <= 0) return Number.POSITIVE_INFINITY
  return Math.ceil((energyKwh / minPowerKw) * 3600) * 1000
}

function reportedMs(message: Record<string, unknown> | null, name: string): number | null {
  const minutes = find(message, name, SEARCH_DEPTH)
  return isAvailable(minutes) ? minutes * MINUTE_MS : null
}

function reportedKwh(message: Record<string, unknown> | null): number | null {
  const wattHours = find(message, 'prec_eamount', SEARCH_DEPTH)
  return isAvailable(wattHours) ? wattHours / 1000 : null
}

/** Messages nest their fields differently from sender to sender: the first number of that name, breadth within depth. */
function find(value: unknown, name: string, depth: number): number | null {
  if (typeof value !== 'object' || value === null || depth === 0) return null
  const own = (value as Record<string, unknown>)[name]
  if (typeof own === 'number' && Number.isFinite(own) && own >= 0) return own
  for (const child of Object.values(value)) {
    const found = find(child, name, depth - 1)
    if (found !== null) return found
  }
  return null
}
