import { seededRandom } from '@/bench/seeded-random'
import type { DepotProblem, DepotSchedule, Site, Strategy } from '@/lib/planner/problem'

/** Which depot to make: how many vehicles, how scarce the grid connection is, and how many vehicles can pause: all, four in five, or none. */
export interface DepotSpec {
  vehicles: number
  limit: 'none' | 'loose' | 'tight'
  pausing: 'all' | 'most' | 'none'
  strategy: Strategy
  seed: number
}

const minuteMs = 60_000
const hourMs = 60 * minuteMs
/** 10:00 on the first day: mid-day returns are still to come. */
const nowMs = Date.UTC(2024, 11, 2, 10)

/** Drawn below `upTo`: two in five of 80 kW, nearly half of 150 kW, the rest of 300 kW. */
const types = [
  { maxPowerkW: 80, batterySizekWh: 280, upTo: 0.4 },
  { maxPowerkW: 150, batterySizekWh: 420, upTo: 0.85 },
  { maxPowerkW: 300, batterySizekWh: 560, upTo: 1 },
] as const

/** Shares of the mean power that the stays need over an overnight stay of ten hours: tight leaves some energy unserved. */
const limitFactors = { loose: 1, tight: 0.62 }

/**
 * One depot from a seed: overnight stays from 17:00–01:00 to 04:00–08:00, a quarter of the vehicles also back at
 * mid-day, minute times, hourly prices and base load. The same spec gives the same problem.
 */
export function generateDepot({ vehicles, limit, pausing, strategy, seed }: DepotSpec): DepotProblem {
  const random = seededRandom(seed * 1_000_003 + vehicles)
  const schedules = Array.from({ length: vehicles }, (_, k) => staysOf(k, random, pausing)).flat()
  const needKwh = schedules.reduce(
    (sum, { targetSoc, startSoc, ev }) => sum + ((targetSoc - startSoc) / 100) * ev.batterySizekWh,
    0,
  )
  const baseLoad = hourly((hour) => vehicles * (0.8 + 0.6 * Math.sin(((hour - 8) / 24) * 2 * Math.PI) + 0.2 * random()))
  const prices = hourly((hour) => priceOf(hour % 24, random))
  const site: Site = {
    powerLimitkW: limit === 'none' ? null : Math.round(limitFactors[limit] * (needKwh / 10)),
    limits: [],
    baseLoad: baseLoad.map(({ from, to, value }) => ({ from, to, powerkW: Math.round(value) })),
    prices: prices.map(({ from, to, value }) => ({ from, to, perkWh: Math.round(value * 1e4) / 1e4 })),
    efficiency: 1,
    demandChargePerkW: 0,
    peakSoFarkW: 0,
  }
  const name = `${vehicles} vehicles, limit ${limit}, ${pausing} can pause`
  return { format: 'depot-problem/1', name, now: nowMs, strategy, site, schedules, fixedLoads: [], previous: {} }
}

function staysOf(vehicle: number, random: () => number, pausing: DepotSpec['pausing']): DepotSchedule[] {
  const type = pick(random)
  const drawn = random()
  const supportsPausing = pausing === 'all' || (pausing === 'most' && drawn >= 0.2)
  const make = (
    name: string,
    fromHour: number,
    toHour: number,
    startSoc: number,
    targetSoc: number,
  ): DepotSchedule => ({
    id: `v${vehicle + 1}-${name}`,
    from: atMinute(fromHour),
    to: atMinute(toHour),
    startSoc: Math.round(startSoc),
    targetSoc: Math.round(targetSoc),
    priority: 0,
    charging: false,
    ev: {
      batterySizekWh: type.batterySizekWh,
      maxPowerkW: type.maxPowerkW,
      supportsPausing,
      preconditioning: {
        vehiclePreconditioningEnergykWh: 0,
        vehiclePreconditioningTimeMs: 0,
        batteryPreconditioningTimeMs: 0,
      },
    },
    settings: {
      evMinPowerkW: supportsPausing ? 0 : 10,
      evMaxPowerkW: type.maxPowerkW,
      departureMarginMinutes: 0,
      minimumSoC: 0,
      bulkSoC: 100,
      powerRules: [],
    },
  })
  const between = (low: number, high: number) => low + random() * (high - low)
  const overnight = make('overnight', between(17, 25), between(28, 32), between(20, 70), between(85, 100))
  const returnsAtNoon = random() < 0.26
  const noon = make('noon', between(10.5, 13), between(14, 16), between(40, 60), between(70, 85))
  return returnsAtNoon ? [noon, overnight] : [overnight]
}

function pick(random: () => number) {
  const drawn = random()
  return types.find(({ upTo }) => drawn < upTo) ?? types[1]
}

function atMinute(hour: number): number {
  return nowMs + Math.round((hour - 10) * 60) * minuteMs
}

/** 10:00 to 08:00 on the next day. */
function hourly(valueAt: (hour: number) => number): { from: number; to: number; value: number }[] {
  return Array.from({ length: 22 }, (_, k) => ({
    from: nowMs + k * hourMs,
    to: nowMs + (k + 1) * hourMs,
    value: valueAt(10 + k),
  }))
}

function priceOf(hourOfDay: number, random: () => number): number {
  const isEvening = hourOfDay >= 17 && hourOfDay < 21
  const isNight = hourOfDay < 6 || hourOfDay >= 22
  return (isEvening ? 0.34 : isNight ? 0.12 : 0.22) + 0.05 * random()
}
