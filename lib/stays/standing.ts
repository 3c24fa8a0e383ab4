import { arrivingShare } from '@/lib/stays/arriving-share'
import { curveOf, type FullPower, fullPowerMs } from '@/lib/stays/charging-curve'
import type { DepotStay } from '@/lib/stays/depot-stay'
import { neededSocs } from '@/lib/stays/needed-socs'
import { type Presence, presenceOf } from '@/lib/stays/presence'
import { type KnownSoc, socAt } from '@/lib/stays/start-soc'
import { stillTaking } from '@/lib/stays/still-taking'
import { surelyCharged } from '@/lib/stays/surely-charged'
import { tookItsFill } from '@/lib/stays/took-its-fill'

/** What a location says about its stays. */
type Rules = { assumedArrivalSoc: number; departureMarginMinutes: number; bulkSoc: number; minimumSoc: number }

/**
 * Where a stay stands: its SoC now and its presence, null when it is over; `power`: null where that is not known; `plannedSoc`: what
 * it is charged to.
 */
export type Standing = { soc: KnownSoc; presence: Presence | null; power: FullPower | null; plannedSoc: number }

/** Less below its target than this, and a vehicle is as good as there (SoC points). */
export const TARGET_TOLERANCE = 1

/** Where a stay stands at `now` (epoch ms), as planning and the board see it. */
export function standingOf(
  stay: DepotStay,
  rules: Rules,
  { now, followsEvents, areConnecting }: { now: number; followsEvents: boolean; areConnecting?: boolean },
): Standing {
  const counted = socAt(stay, now, rules.assumedArrivalSoc, followsEvents)
  const taking = stillTaking(counted, stay, curveOf(stay.vehicle, rules.bulkSoc).curve)
  const { targetSoc } = neededSocs(stay, rules)
  const known = tookItsFill(taking, stay, targetSoc)
  const believed = { soc: known, targetSoc: stay.targetSoc, power: fullPowerOf(stay, rules) }
  const { soc, power, targetSoc: plannedSoc } = surelyCharged(stay, believed)
  const presence = presenceOf(stay, {
    now,
    followsEvents,
    areConnecting,
    marginMinutes: rules.departureMarginMinutes,
    isAtTarget: soc.soc >= targetSoc - TARGET_TOLERANCE,
    fullPowerMs: power ? fullPowerMs(power, soc.soc, targetSoc) : 0,
  })
  return { soc, presence, power, plannedSoc }
}

/** What a vehicle takes, or the evse gives at which it is: the less of the two; null where the vehicle's is not known. */
export function connectedMaxKw({ vehicle, measured }: DepotStay): number | null {
  return vehicle.maxPowerKw === null ? null : Math.min(vehicle.maxPowerKw, measured.evseMaxKw ?? vehicle.maxPowerKw)
}

/**
 * What a vehicle gets at most; one whose stay has shown that less is delivered is taken at that. The battery is as large as what
 * has to be ordered to fill it, which is more where not all of that arrives.
 */
export function fullPowerOf(stay: DepotStay, { bulkSoc }: { bulkSoc: number }): FullPower | null {
  const { vehicle, deliveredMaxKw } = stay
  const maxPowerKw = connectedMaxKw(stay)
  if (vehicle.batterySizeKwh === null || maxPowerKw === null) return null
  const { curve } = curveOf(vehicle, bulkSoc)
  const batterySizeKwh = vehicle.batterySizeKwh / arrivingShare(stay)
  return { batterySizeKwh, maxPowerKw: Math.min(maxPowerKw, deliveredMaxKw ?? maxPowerKw), curve }
}
