import type { FullPower } from '@/lib/stays/charging-curve'
import type { DepotStay } from '@/lib/stays/depot-stay'
import type { KnownSoc, SocSource } from '@/lib/stays/start-soc'

/**
 * The spread of a SoC that nobody measures is allowed for so many times: once would leave one night in six short. The spread of one that is no more
 * than assumed is wide, and holds once.
 */
const SPREADS: Readonly<Record<SocSource, number>> = { measured: 0, posted: 2, estimated: 2, assumed: 1 }

/** An estimate is not believed to be full: up to here there is something to order. */
const NEARLY_FULL = 99

/** What is believed of a SoC, and the target to which, and the size of battery with which, it is planned. */
export type SurelyCharged = { soc: KnownSoc; targetSoc: number; power: FullPower | null }

/**
 * A vehicle whose charger meters and that never says its SoC is charged until it has its target however far the estimate is off: as
 * far as the estimate can rise the target is higher, and beyond that the battery is planned as if it were larger, so that it goes
 * on until it takes no more.
 */
export function surelyCharged(
  stay: DepotStay,
  { soc, targetSoc, power }: { soc: KnownSoc; targetSoc: number; power: FullPower | null },
): SurelyCharged {
  if (!isUnmeasured(stay, soc) || power === null) return { soc, targetSoc, power }
  const higherSoc = Math.min(100, targetSoc + soc.plusMinus)
  const wantedPoints = targetSoc + SPREADS[soc.source] * soc.plusMinus - (soc.soc + (soc.beyond ?? 0))
  const believed = wantedPoints > 0 ? notFull(soc) : soc
  const room = higherSoc - believed.soc
  const larger = room > 0 ? Math.max(1, wantedPoints / room) : 1
  return {
    soc: believed,
    targetSoc: higherSoc,
    power: { ...power, batterySizeKwh: power.batterySizeKwh * larger },
  }
}

/** What an estimate loses where it is not believed to be full is counted beyond, so that the vehicle has it all the same. */
function notFull(soc: KnownSoc): KnownSoc {
  const over = soc.soc - NEARLY_FULL
  return over > 0 ? { ...soc, soc: NEARLY_FULL, beyond: (soc.beyond ?? 0) + over } : soc
}

/** Its charger meters, and no reading of its SoC has come in this stay. */
export function isUnmeasured({ charged }: DepotStay, { source }: KnownSoc): boolean {
  return source !== 'measured' && charged.length > 0
}

/** The least that a vehicle has of which nobody measures what it has. */
export function surelyHas(stay: DepotStay, soc: KnownSoc): number {
  return isUnmeasured(stay, soc) ? soc.soc + (soc.beyond ?? 0) - soc.plusMinus : soc.soc
}
