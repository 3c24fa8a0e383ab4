import { seededRandom } from '@/bench/seeded-random'
import type { DepotProblem, DepotSchedule, Strategy } from '@/lib/planner/problem'

/** Depots unlike the benchmark's, to examine exactness on: each shape stresses another part of the planner. */
export const depotShapes = ['office garage', 'terminal stops', 'week of blocks', 'truck yard'] as const
export type DepotShape = (typeof depotShapes)[number]

const secondMs = 1000
const hourMs = 3_600_000
const dayMs = 24 * hourMs
const nowMs = Date.UTC(2024, 4, 6)

interface StayShape {
  fromHour: number
  hours: number
  batteryKwh: number
  powerKw: number
  startSoc: number
  targetSoc: number
}

type Between = (low: number, high: number) => number

/** How one stay of each shape is drawn. */
const stayShapes: Record<DepotShape, (between: Between) => StayShape> = {
  /** Cars of 3.6 to 22 kW that come in the morning and leave when work is done, to the second. */
  'office garage': (between) => ({
    fromHour: between(6.5, 11),
    hours: between(0.2, 10),
    batteryKwh: between(25, 90),
    powerKw: [3.6, 6.6, 7.2, 11, 22][Math.floor(between(0, 5))] ?? 11,
    startSoc: between(10, 80),
    targetSoc: between(80, 100),
  }),
  /** Buses at a terminus for minutes, at 300 kW or more. */
  'terminal stops': (between) => ({
    fromHour: between(5, 23),
    hours: between(2 / 60, 14 / 60),
    batteryKwh: between(150, 350),
    powerKw: between(250, 600),
    startSoc: between(30, 60),
    targetSoc: between(60, 75),
  }),
  /** Nights and middays through a week. */
  'week of blocks': (between) => ({
    fromHour: 24 * Math.floor(between(0, 6)) + between(9, 26),
    hours: between(1, 12),
    batteryKwh: 420,
    powerKw: 150,
    startSoc: between(5, 70),
    targetSoc: 95,
  }),
  /** Trucks that stay for hours or over days, some with more need than their stay allows. */
  'truck yard': (between) => ({
    fromHour: between(-6, 30),
    hours: between(0.5, 60),
    batteryKwh: between(300, 900),
    powerKw: [43, 150, 350][Math.floor(between(0, 3))] ?? 150,
    startSoc: between(0, 50),
    targetSoc: between(50, 100),
  }),
}

/** A depot of a shape: the limit is loose, scarce or absent, prices turn negative at times, minimums and priorities vary. */
export function shapedDepot(shape: DepotShape, stays: number, seed: number, strategy: Strategy): DepotProblem {
  const random = seededRandom(seed * 7919 + depotShapes.indexOf(shape))
  const between: Between = (low, high) => low + random() * (high - low)
  const drawn = Array.from({ length: stays }, () => stayShapes[shape](between))
  const hasPriorities = random() < 0.3
  const hasMinimums = random() < 0.5
  const schedules = drawn.map((stay, k): DepotSchedule => {
    const from = nowMs + Math.round(stay.fromHour * 3600) * secondMs
    return {
      id: `s${k + 1}`,
      from,
      to: from + Math.max(1, Math.round(stay.hours * 3600)) * secondMs,
      startSoc: stay.startSoc,
      targetSoc: stay.targetSoc,
      priority: hasPriorities ? Math.floor(between(0, 3)) : 0,
      charging: false,
      ev: { batterySizekWh: stay.batteryKwh, maxPowerkW: stay.powerKw, supportsPausing: true, preconditioning: none },
      settings: {
        evMinPowerkW: 0,
        evMaxPowerkW: stay.powerKw,
        departureMarginMinutes: 0,
        minimumSoC: hasMinimums ? Math.min(100, between(20, 80)) : 0,
        bulkSoC: 100,
        powerRules: [],
      },
    }
  })
  const endMs = Math.max(...schedules.map(({ to }) => to))
  const kinds: [number | null, number, number] = [null, between(0.2, 0.6), between(0.05, 0.25)]
  const part = kinds[Math.floor(random() * 3)] ?? null
  const allKw = schedules.reduce((sum, { ev }) => sum + ev.maxPowerkW, 0)
  return {
    format: 'depot-problem/1',
    name: `${shape} ${seed}`,
    now: nowMs,
    strategy,
    site: {
      powerLimitkW: part === null ? null : Math.round(part * allKw),
      limits:
        random() < 0.3
          ? [{ from: nowMs + 8 * hourMs, to: nowMs + 12 * hourMs, powerkW: Math.round(0.05 * allKw) }]
          : [],
      baseLoad: steps(endMs, hourMs, () => ({ powerkW: Math.round(between(0, 0.05) * allKw) })),
      prices: steps(endMs, hourMs, () => ({ perkWh: Math.round(between(-0.05, 0.4) * 1000) / 1000 })),
      efficiency: random() < 0.3 ? 0.92 : 1,
      demandChargePerkW: random() < 0.5 ? between(0.01, 3) : 0,
      peakSoFarkW: random() < 0.3 ? Math.round(between(0, 0.3) * allKw) : 0,
    },
    schedules,
    fixedLoads:
      random() < 0.3 ? [{ from: nowMs + 7 * hourMs, to: nowMs + 15 * hourMs, powerkW: Math.round(0.03 * allKw) }] : [],
    previous: {},
  }
}

const none = { vehiclePreconditioningEnergykWh: 0, vehiclePreconditioningTimeMs: 0, batteryPreconditioningTimeMs: 0 }

function steps<T>(endMs: number, lengthMs: number, value: () => T): (T & { from: number; to: number })[] {
  const count = Math.min(7 * (dayMs / lengthMs), Math.ceil((endMs - nowMs) / lengthMs))
  return Array.from({ length: count }, (_, k) => ({
    from: nowMs + k * lengthMs,
    to: nowMs + (k + 1) * lengthMs,
    ...value(),
  }))
}
