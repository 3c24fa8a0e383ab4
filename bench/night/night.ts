import { seededRandom } from '@/bench/seeded-random'

export const MINUTE = 60_000
export const HOUR = 60 * MINUTE

/** The evening on which every night begins. */
export const EVENING = Date.parse('2030-01-07T17:00:00Z')

/** What a bus is, what was said of it beforehand, and what it does. SoC percent, instants epoch ms. */
export type NightBus = {
  id: string
  macAddress: string
  batteryKwh: number
  maxKw: number
  supportsPausing: boolean
  posted: { arrival: number; departure: number; startSoc: number | null; targetSoc: number; minimumSoc: number }
  real: {
    /** null: it does not come. */
    plug: number | null
    unplug: number
    soc: number
    /** Up to which SoC its battery takes its full power, and what share of it is left at 100 %. */
    fullUntil: number
    whenFull: number
    /** What of the energy at the outlet does not reach the battery. */
    lossShare: number
    /** What share of its order the charger gives. */
    delivers: number
    saysSoc: boolean
    jump: { at: number; points: number } | null
    /** Its charger fails; later the bus stands at another one. */
    fault: { at: number; moved: number } | null
    /** From when on it takes nothing, though it stays plugged in. */
    deadFrom: number | null
  }
}

export type Night = {
  uid: string
  seed: number
  limitKw: number
  efficiency: number
  buses: NightBus[]
  /** Events arrive late, twice and out of order. */
  disorder: boolean
}

export type NightOptions = { seed: number; buses: number; limitKw: number; pauses: boolean; deviates: boolean }

/** A night of a depot. All numbers are drawn in any case, so that nights of one seed differ only in what is switched. */
export function makeNight({ seed, buses, limitKw, pauses, deviates }: NightOptions): Night {
  const random = seededRandom(seed * 7919)
  const uid = `night-${seed}`
  return {
    uid,
    seed,
    limitKw,
    efficiency: 0.94,
    disorder: deviates,
    buses: Array.from({ length: buses }, (_, n) => makeBus(random, `${uid}-${n + 1}`, seed, n, { pauses, deviates })),
  }
}

function makeBus(
  random: () => number,
  id: string,
  seed: number,
  n: number,
  { pauses, deviates }: { pauses: boolean; deviates: boolean },
): NightBus {
  const between = (low: number, high: number) => low + random() * (high - low)
  const spread = (mean: number, deviation: number) =>
    mean + deviation * Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
  const arrival = whole(EVENING + between(20, 220) * MINUTE)
  const departure = whole(EVENING + between(9 * 60, 11 * 60) * MINUTE)
  const startSoc = Math.round(between(22, 52))
  const drawn = {
    battery: Math.round(between(26, 36)) * 10,
    maxKw: [90, 120, 150][Math.floor(random() * 3)] ?? 120,
    late: spread(5, 15) * MINUTE,
    plug: between(0, 15) * MINUTE,
    leave: spread(-2, 5) * MINUTE,
    soc: spread(-2, 6),
    isSilent: random() < 0.15,
    isPosted: random() < 0.7,
    isWeak: random() < 0.2,
    fullUntil: between(74, 84),
    whenFull: between(0.18, 0.35),
  }
  const fate = deviates ? n % 20 : -1
  const late = fate === 3 ? 120 * MINUTE : fate === 4 ? -80 * MINUTE : drawn.late
  const leave = fate === 6 ? 40 * MINUTE : fate === 7 ? -20 * MINUTE : drawn.leave
  return {
    id,
    macAddress: `02:5E:${[seed >> 8, seed & 255, n >> 8, n & 255].map(hex).join(':')}`,
    batteryKwh: drawn.battery,
    maxKw: drawn.maxKw,
    supportsPausing: pauses || n % 3 > 0,
    posted: {
      arrival,
      departure,
      startSoc: drawn.isPosted || !deviates ? startSoc : null,
      targetSoc: 95,
      minimumSoc: 75,
    },
    real: {
      plug: fate === 5 ? null : whole(arrival + (deviates ? late : 0) + drawn.plug),
      unplug: whole(departure + (deviates ? leave : 0)),
      soc: Math.min(98, Math.max(4, startSoc + (deviates ? drawn.soc : 0))),
      fullUntil: drawn.fullUntil,
      whenFull: drawn.whenFull,
      lossShare: deviates ? 0.03 : 0,
      delivers: deviates && drawn.isWeak ? 0.9 : 1,
      saysSoc: !deviates || !drawn.isSilent,
      jump: fate === 8 ? { at: EVENING + 5 * HOUR, points: -12 } : null,
      fault: fate === 9 ? { at: EVENING + 5.5 * HOUR, moved: EVENING + 6.2 * HOUR } : null,
      deadFrom: fate === 10 ? departure - 2.5 * HOUR : null,
    },
  }
}

const whole = (at: number) => Math.round(at / 10_000) * 10_000
const hex = (byte: number) => byte.toString(16).padStart(2, '0').toUpperCase()

/** What the site draws besides the buses (kW), and what a kWh costs, by the hour of the day. */
export const baseKwAt = (at: number) => (hourOf(at) >= 17 && hourOf(at) < 20 ? 90 : 60)
export const priceAt = (at: number) => (hourOf(at) >= 17 && hourOf(at) < 22 ? 0.32 : hourOf(at) < 6 ? 0.14 : 0.22)
const hourOf = (at: number) => (at / HOUR) % 24
