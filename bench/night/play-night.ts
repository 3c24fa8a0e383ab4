import { Chargers, NIGHT_MS, type Told } from '@/bench/night/chargers'
import type { Depot } from '@/bench/night/depot'
import { EVENING, MINUTE, type Night } from '@/bench/night/night'
import { RealBus } from '@/bench/night/real-bus'
import { SiteMeter } from '@/bench/night/site-meter'
import type { Readiness } from '@/lib/contract/readiness'

const PHYSICS_MS = 10_000
const STEP_MS = MINUTE
const LOOK_MS = 5 * MINUTE

/** What was played: each bus as it left, the site's meter, and the board every five minutes. */
export type Played = { buses: RealBus[]; meter: SiteMeter; looks: { at: number; board: Readiness }[]; runs: number }

/**
 * Plays a night against the product: every minute what the chargers report goes in, the plans are made, and the chargers
 * and buses go on by them.
 * @param watch is shown the plans before and after each run
 */
export async function playNight(
  night: Night,
  depot: Depot,
  watch: (at: number, before: Map<string, Told[]>, after: Map<string, Told[]>) => void = () => {},
): Promise<Played> {
  const chargers = new Chargers(night, MINUTE)
  const played: Played = {
    buses: night.buses.map((bus) => new RealBus(bus)),
    meter: new SiteMeter(night),
    looks: [],
    runs: 0,
  }
  let plans = await depot.plans()
  for (let at = EVENING; at < EVENING + NIGHT_MS; at += STEP_MS) {
    if (await depot.live(at, chargers.arrived(at))) {
      played.runs += 1
      const next = await depot.plans()
      watch(at, plans, next)
      plans = next
    }
    if ((at - EVENING) % LOOK_MS === 0) played.looks.push({ at, board: await depot.board(at) })
    for (let moment = at; moment < at + STEP_MS; moment += PHYSICS_MS) {
      for (const one of played.buses) {
        one.pass(moment, PHYSICS_MS, chargers.toldKw(plans.get(one.bus.id), moment))
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
