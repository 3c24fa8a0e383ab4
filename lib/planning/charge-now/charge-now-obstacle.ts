import type { DepotStay } from '@/lib/stays/depot-stay'
import { neededSocs } from '@/lib/stays/needed-socs'
import type { Standing } from '@/lib/stays/standing'

/** Why a vehicle does not charge at full power from now on, although somebody asks for it. */
export type ChargeNowObstacle = 'ended' | 'not-here' | 'at-target' | 'frozen'

/**
 * Whether a vehicle can charge at once: it is here, before its departure and below its target, and its plan is the
 * planner's to make. The same rule lets it begin and ends it.
 * @returns null when nothing is in the way
 */
export function chargeNowObstacle(
  stay: DepotStay,
  { presence, soc }: Pick<Standing, 'presence' | 'soc'>,
  location: { minimumSoc: number },
): ChargeNowObstacle | null {
  if (presence === null || presence.state === 'overdue') return 'ended'
  if (presence.state !== 'here' && presence.state !== 'unheard') return 'not-here'
  if (soc.soc >= neededSocs(stay, location).targetSoc) return 'at-target'
  return stay.incumbent?.frozen ? 'frozen' : null
}
