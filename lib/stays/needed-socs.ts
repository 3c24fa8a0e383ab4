import type { StayDetails } from '@/lib/stays/stay-details'

/**
 * What a stay is to reach (SoC percent): the minimum that the next duty needs, the location's where the stay has none,
 * and the target that is charged to. A minimum above the posted target is charged all the same: the higher one counts.
 * Source: the contract, EvSchedule.
 */
export function neededSocs(
  stay: Pick<StayDetails, 'minimumSoc' | 'targetSoc'>,
  location: { minimumSoc: number },
): { minimumSoc: number; targetSoc: number } {
  const minimumSoc = stay.minimumSoc ?? location.minimumSoc
  return { minimumSoc, targetSoc: Math.max(stay.targetSoc, minimumSoc) }
}
