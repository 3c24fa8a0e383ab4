import { limitKw, VEHICLES_A_DEPOT, vehicleRow } from '@/bench/fleet/fill-fleet'
import { vehicleNights } from '@/bench/fleet/fleet-calls'
import type { DepotProblem, DepotSchedule } from '@/lib/planner/problem'
import { curveOf } from '@/lib/stays/charging-curve'
import { HOUR_MS } from '@/lib/time/interval'

const NOW = Date.UTC(2026, 10, 30, 12)
const BULK_SOC = 80

/** The problem that the planner is given of one of the fleet's ordinary depots, without its database. */
export function fleetDepot(): DepotProblem {
  const schedules = Array.from({ length: VEHICLES_A_DEPOT }, (_, index) => scheduleOf(index))
  return {
    format: 'depot-problem/1',
    name: 'one of the fifty',
    now: NOW,
    strategy: 'peak-supression',
    site: {
      powerLimitkW: limitKw('depot-01', VEHICLES_A_DEPOT),
      limits: [],
      baseLoad: [],
      prices: [],
      efficiency: 1,
      demandChargePerkW: 0,
      peakSoFarkW: 0,
      readyBufferMinutes: 30,
    },
    schedules: schedules.toSorted((a, b) => a.from - b.from),
    fixedLoads: [],
    previous: {},
  }
}

function scheduleOf(index: number): DepotSchedule {
  const { batterySizeKwh, maxPowerKw, supportsPausing } = vehicleRow(index + 1)
  const [stay] = vehicleNights('depot-01', { index, nights: 1, from: NOW + HOUR_MS, lateMinutes: 0 }).schedules
  if (!stay) throw new Error('A vehicle of the fleet has a stay.')
  return {
    id: `v${String(index + 1).padStart(3, '0')}`,
    from: Date.parse(stay.plannedArrivalTime),
    to: Date.parse(stay.plannedDepartureTime),
    startSoc: stay.startSoC,
    targetSoc: stay.targetSoC,
    priority: 0,
    present: false,
    rank: 0,
    charging: false,
    ev: {
      batterySizekWh: batterySizeKwh,
      maxPowerkW: maxPowerKw,
      supportsPausing,
      chargingCurve: [...curveOf({ chargingCurve: null, maxPowerKw }, BULK_SOC).curve],
      preconditioning: {
        vehiclePreconditioningEnergykWh: 0,
        vehiclePreconditioningTimeMs: 0,
        batteryPreconditioningTimeMs: 0,
      },
    },
    settings: {
      evMinPowerkW: 0,
      evMaxPowerkW: maxPowerKw,
      departureMarginMinutes: 10,
      minimumSoC: 0,
      bulkSoC: BULK_SOC,
      powerRules: [],
    },
  }
}
