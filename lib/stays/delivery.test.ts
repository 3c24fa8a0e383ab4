import { describe, expect, it } from 'vitest'
import { inForceValue, NOW, stayValue } from '@/lib/planning/fixtures/depot-values'
import { deliveryOf } from '@/lib/stays/delivery'
import { HOUR_MS, MINUTE_MS } from '@/lib/time/interval'

const order = (powerkW: number, fromMinutesAgo: number, toMinutesAgo = -60) => ({
  from: NOW - fromMinutesAgo * MINUTE_MS,
  to: NOW - toMinutesAgo * MINUTE_MS,
  powerkW,
})
/** Readings as [minutes ago, kW], in order of time. */
type Readings = [number, number][]

function delivery(orders: ReturnType<typeof order>[], readings: Readings, measured = {}) {
  const begin = NOW - 3 * HOUR_MS
  const stay = stayValue({
    incumbent: inForceValue({ segments: orders }),
    measured: { connectedAt: begin, chargingStartedAt: begin, ...measured },
    readings: readings.map(([ago, powerKw]) => ({ at: NOW - ago * MINUTE_MS, powerKw })),
  })
  return deliveryOf(stay, NOW)
}

describe('deliveryOf', () => {
  const hour = [order(100, 60)]
  it.each<[string, ReturnType<typeof order>[], Readings, object, string | null]>([
    [
      'gets what was ordered',
      hour,
      [
        [6, 100],
        [3, 99],
        [1, 98],
      ],
      {},
      null,
    ],
    [
      'nothing is ordered',
      [order(0, 60)],
      [
        [6, 0],
        [3, 0],
        [1, 0],
      ],
      {},
      null,
    ],
    [
      'two readings of nothing, over three minutes',
      hour,
      [
        [6, 100],
        [3, 2],
        [1, 0],
      ],
      {},
      'not-charging',
    ],
    [
      'one reading of nothing is no proof',
      hour,
      [
        [9, 100],
        [1, 0],
      ],
      {},
      null,
    ],
    [
      'two readings of nothing within three minutes',
      hour,
      [
        [3, 100],
        [2, 0],
        [1, 0],
      ],
      {},
      null,
    ],
    [
      'nothing since the order began two minutes ago',
      [order(100, 2)],
      [
        [2, 0],
        [1, 0],
        [0, 0],
      ],
      {},
      null,
    ],
    [
      'nothing since the order began ten minutes ago',
      [order(100, 10)],
      [
        [9, 0],
        [5, 0],
        [1, 0],
      ],
      {},
      'not-charging',
    ],
    [
      'it charges again',
      hour,
      [
        [9, 0],
        [5, 0],
        [1, 90],
      ],
      {},
      null,
    ],
    [
      'less than 90 % for over five minutes',
      hour,
      [
        [12, 95],
        [8, 70],
        [5, 70],
        [1, 70],
      ],
      {},
      'falls-behind',
    ],
    [
      'less than 90 % for four minutes',
      hour,
      [
        [5, 95],
        [3, 70],
        [1, 70],
      ],
      {},
      null,
    ],
    [
      '90 % is enough',
      hour,
      [
        [12, 90],
        [8, 90],
        [5, 90],
        [1, 90],
      ],
      {},
      null,
    ],
    [
      'the lower order counts while the charger follows a new one',
      [order(40, 60, 8), order(100, 8)],
      [
        [9, 40],
        [7, 40],
        [1, 100],
      ],
      {},
      null,
    ],
    [
      'no start of charging was said, and power is ordered since an hour',
      hour,
      [],
      { chargingStartedAt: null },
      'not-charging',
    ],
    ['charging was said to stop two minutes ago', hour, [], { chargingEndedAt: NOW - 2 * MINUTE_MS }, null],
    ['charging was said to stop five minutes ago', hour, [], { chargingEndedAt: NOW - 5 * MINUTE_MS }, 'not-charging'],
    [
      'it is unplugged',
      hour,
      [
        [9, 0],
        [5, 0],
        [1, 0],
      ],
      { disconnectedAt: NOW },
      null,
    ],
    ['it is not there', hour, [], { connectedAt: null, chargingStartedAt: null }, null],
  ])('%s', (_, orders, readings, measured, expected) => {
    expect(delivery(orders, readings, measured)?.kind ?? null).toBe(expected)
  })

  it('says since when, and what share comes', () => {
    const behind = delivery(hour, [
      [12, 100],
      [8, 60],
      [5, 70],
      [1, 80],
    ])
    expect(behind).toMatchObject({ since: NOW - 12 * MINUTE_MS })
    expect(behind?.share).toBeCloseTo(0.7)
    expect(
      delivery(
        [order(100, 10)],
        [
          [9, 0],
          [1, 0],
        ],
      ),
    ).toMatchObject({ since: NOW - 10 * MINUTE_MS, share: 0 })
  })
})
