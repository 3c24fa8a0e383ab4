import type { Segment } from '@/lib/contract/plan'
import { batteryEnergyKwh } from '@/lib/stays/delivered'
import { FOLLOWS } from '@/lib/stays/delivered-max'
import { MINUTE_MS } from '@/lib/time/interval'

/** Shorter times of charging say more of the start than of what is delivered; so much of it in all says enough. */
const SHORTEST_MS = 3 * MINUTE_MS
const ENOUGH_MS = 10 * MINUTE_MS

/** A meter and an order agree to this share. */
const METER_SHARE = 0.97

/** So many points of SoC tell what is lost on the way, though readings are whole points. */
const ENOUGH_POINTS = 20
const ROUNDING_POINTS = 0.5

/** A battery that seems to have got less than this share of what was metered has lost charge in another way. */
const LEAST_STORED = 0.85

/**
 * What part of an ordered kWh reaches the battery, as a stay has shown it: a charger may give nine tenths of every order, and
 * what a meter at the outlet counts is not all stored. In hundredths, so that it stands; 1 where nothing has shown less.
 */
export type Arriving = { given: number; stored: number }

export const ALL_ARRIVES: Arriving = { given: 1, stored: 1 }

export const arrivingShare = ({ arriving: { given, stored } }: { arriving: Arriving }) => given * stored

/** What part of every order is given, where that is too much for a bound (`deliveredMaxKw`) and too little for a meter's error. */
export function givenShare(charged: readonly Segment[], ordered: readonly Segment[]): number {
  let [deliveredKwh, orderedKwh, lengthMs] = [0, 0, 0]
  for (const segment of charged) {
    const askedKwh = batteryEnergyKwh(ordered, segment)
    const kwh = batteryEnergyKwh([segment], segment)
    if (segment.to - segment.from < SHORTEST_MS || askedKwh <= 0 || kwh < FOLLOWS * askedKwh) continue
    deliveredKwh += kwh
    orderedKwh += askedKwh
    lengthMs += segment.to - segment.from
  }
  const share = lengthMs < ENOUGH_MS ? 1 : deliveredKwh / orderedKwh
  return share > METER_SHARE ? 1 : hundredths(share)
}

/** What part of the metered energy the battery has stored, by the SoC it began with and the one it has. */
export function storedShare(
  charged: readonly Segment[],
  { startSoc, soc, socAt }: { startSoc: number | null; soc: number | null; socAt: number | null },
  batterySizeKwh: number | null,
): number {
  if (startSoc === null || soc === null || socAt === null || batterySizeKwh === null) return 1
  const points = soc - startSoc
  const meteredKwh = batteryEnergyKwh(charged, { from: Number.NEGATIVE_INFINITY, to: socAt })
  if (points < ENOUGH_POINTS || meteredKwh <= 0) return 1
  const share = (((points + ROUNDING_POINTS) / 100) * batterySizeKwh) / meteredKwh
  return share < LEAST_STORED ? 1 : Math.min(1, hundredths(share))
}

const hundredths = (share: number) => Math.round(share * 100) / 100
