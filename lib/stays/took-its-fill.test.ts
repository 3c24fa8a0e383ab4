import { describe, expect, it } from 'vitest'
import { inForceValue, NOW, stayValue } from '@/lib/planning/fixtures/depot-values'
import type { DepotStay } from '@/lib/stays/depot-stay'
import type { KnownSoc } from '@/lib/stays/start-soc'
import { tookItsFill } from '@/lib/stays/took-its-fill'
import { MINUTE_MS } from '@/lib/time/interval'

const minutes = (count: number) => NOW + count * MINUTE_MS
const metered = (from: number, to: number, powerkW: number) => ({
  ...{ from: minutes(from), to: minutes(to), powerkW, energykWh: (powerkW * (to - from)) / 60 },
})
const ordered = (from: number, to: number, powerkW: number) => ({ from: minutes(from), to: minutes(to), powerkW })
const estimated = (soc: number, parts: Partial<KnownSoc> = {}): KnownSoc => ({
  ...{ soc, source: 'estimated', at: NOW, plusMinus: 6 },
  ...parts,
})

/** A vehicle with a target of 95 % that drew 40 kW for an hour, was ordered 12 kW from then on, and took nothing of it for ten minutes. */
function socOf(known: KnownSoc, parts: Partial<DepotStay> & { endedAt?: number; orders?: object[] } = {}) {
  const { endedAt = null, orders = [ordered(0, 60, 40), ordered(60, 120, 12)], ...stay } = parts
  return tookItsFill(
    known,
    stayValue({
      ...{ charged: [metered(0, 60, 40), metered(60, 70, 0)], incumbent: inForceValue({ segments: orders as never }) },
      ...{ measured: { connectedAt: NOW, chargingStartedAt: NOW, chargingEndedAt: endedAt } },
      ...stay,
    }),
    95,
  ).soc
}

/** Quarter-hours of ever less while as much as ever was ordered, then nothing. */
const TAPERED = {
  charged: [metered(0, 15, 100), metered(15, 30, 92), metered(30, 45, 70), metered(45, 60, 20), metered(60, 70, 0)],
  orders: [ordered(0, 120, 100)],
}

describe('a battery that nobody measures and that takes nothing more', () => {
  it.each<[string, number, number]>([
    ['is full: its target is reached by all that is known, and it may be full', socOf(estimated(97)), 100],
    ['is full where more was counted than it holds', socOf(estimated(95, { beyond: 4 })), 100],
    [
      'is full still when nothing is ordered any more',
      socOf(estimated(97), {
        orders: [ordered(0, 60, 40), ordered(60, 66, 12)],
        charged: [metered(0, 60, 40), metered(60, 180, 0)],
      }),
      100,
    ],
    ['may be dead where its target is not reached for sure', socOf(estimated(94)), 94],
    ['cannot be full where no estimate reaches that', socOf(estimated(96, { plusMinus: 3 })), 96],
    [
      'may only be slow for some minutes',
      socOf(estimated(97), { charged: [metered(0, 60, 40), metered(60, 64, 0)] }),
      97,
    ],
    ['was not asked', socOf(estimated(97), { orders: [ordered(0, 60, 40)] }), 97],
    [
      'draws again',
      socOf(estimated(97), { charged: [metered(0, 60, 40), metered(60, 70, 0), metered(70, 71, 9)] }),
      97,
    ],
    ['never drew anything', socOf(estimated(97), { charged: [metered(0, 70, 0)] }), 97],
    ['is kept from it by a charger that ended the charging', socOf(estimated(97), { endedAt: minutes(60) }), 97],
    ['says itself what it has', socOf(estimated(97, { source: 'measured', plusMinus: 0.5 })), 97],
    ['is full below its target too where it took ever less', socOf(estimated(80, { plusMinus: 12 }), TAPERED), 100],
    [
      'may be dead where it took less because less was ordered',
      socOf(estimated(80, { plusMinus: 12 }), { ...TAPERED, orders: [ordered(0, 30, 100), ordered(30, 120, 70)] }),
      80,
    ],
    [
      'may be dead where it took less of a charger that gives nine tenths of every order',
      socOf(estimated(80, { plusMinus: 12 }), {
        ...{ ...TAPERED, arriving: { given: 0.9, stored: 1 } },
        orders: [ordered(0, 30, 111), ordered(30, 120, 78)],
      }),
      80,
    ],
    [
      'may be dead where it took all until then',
      socOf(estimated(80, { plusMinus: 12 }), {
        ...TAPERED,
        charged: [metered(0, 15, 100), metered(15, 30, 100), metered(30, 45, 33), metered(45, 55, 0)],
      }),
      80,
    ],
    ['cannot be full where it took ever less far below', socOf(estimated(60, { plusMinus: 12 }), TAPERED), 60],
  ])('%s', (_, soc, expected) => {
    expect(soc).toBe(expected)
  })
})
