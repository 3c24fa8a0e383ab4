import { Chargers, NIGHT_MS, type Told } from '@/bench/night/chargers'
import type { PlayedDepot } from '@/bench/night/depot'
import { baseKwAt, EVENING, MINUTE, type Night } from '@/bench/night/night'
import { RealBus } from '@/bench/night/real-bus'
import { SiteMeter } from '@/bench/night/site-meter'
import { addUndrawn, nothingUndrawn, type Undrawn } from '@/bench/night/undrawn'
import type { Departure } from '@/lib/contract/readiness'

const PHYSICS_MS = 10_000
const STEP_MS = MINUTE
const LOOK_MS = 5 * MINUTE
const PEAK_MS = 30 * MINUTE

/**
 * What was played: each bus as it left, the site's meter, the board every five minutes, and every half hour the highest power that
 * was planned beside the highest so far, kW.
 */
export type Played = {
  buses: RealBus[]
  meter: SiteMeter
  looks: { at: number; departures: Departure[] }[]
  runs: number
  peaks: { at: number; plannedKw: number; meteredKw: number; undrawn: Undrawn }[]
}

/**
 * Plays a night against the product: every minute what the chargers report goes in, the plans are made, and the chargers
 * and buses go on by them.
 * @param watch is shown the plans before and after each run
 */
export async function playNight(
  night: Night,
  depot: PlayedDepot,
  watch: (at: number, before: Map<string, Told[]>, after: Map<string, Told[]>) => void = () => {},
): Promise<Played> {
  const chargers = new Chargers(night, MINUTE)
  const played: Played = {
    buses: night.buses.map((bus) => new RealBus(bus)),
    meter: new SiteMeter(night),
    looks: [],
    runs: 0,
    peaks: [],
  }
  let undrawn = nothingUndrawn()
  let plans = await depot.plans()
  for (let at = EVENING; at < EVENING + NIGHT_MS; at += STEP_MS) {
    if (await depot.live(at, chargers.arrived(at))) {
      played.runs += 1
      const next = await depot.plans()
      watch(at, plans, next)
      plans = next
    }
    if ((at - EVENING) % LOOK_MS === 0) played.looks.push({ at, departures: await depot.board(at) })
    if ((at - EVENING) % PEAK_MS === 0) {
      undrawn = nothingUndrawn()
      played.peaks.push({ at, plannedKw: plannedPeak(night, plans, at), meteredKw: played.meter.peakKw, undrawn })
    }
    for (let moment = at; moment < at + STEP_MS; moment += PHYSICS_MS) {
      for (const one of played.buses) {
        const toldKw = chargers.toldKw(plans.get(one.bus.id), moment)
        one.pass(moment, PHYSICS_MS, toldKw)
        if (one.isPlugged(moment)) addUndrawn(undrawn, one, toldKw, PHYSICS_MS)
        chargers.observe(one, moment + PHYSICS_MS)
      }
      played.meter.add(
        moment,
        PHYSICS_MS,
        played.buses.reduce((sum, { powerKw }) => sum + powerKw, 0),
      )
    }
  }
  return played
}

/** The highest power of the site that the plans foresee, kW. */
function plannedPeak(night: Night, plans: Map<string, Told[]>, at: number): number {
  let peak = 0
  for (let moment = at; moment < EVENING + NIGHT_MS; moment += MINUTE) {
    let sum = 0
    for (const plan of plans.values()) sum += plan.find(({ from, to }) => from <= moment && moment < to)?.powerkW ?? 0
    peak = Math.max(peak, baseKwAt(moment) + sum / night.efficiency)
  }
  return peak
}
