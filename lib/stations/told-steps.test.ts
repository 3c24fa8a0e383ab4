import { expect, test } from 'vitest'
import type { ShownLimit } from '@/lib/db/schema/station'
import { toldSteps } from '@/lib/stations/told-steps'

const NOW = Date.UTC(2030, 0, 7, 22)
const at = (minutes: number) => NOW + minutes * 60_000
const told: ShownLimit = {
  course: [
    { from: at(-30), kw: 100 },
    { from: at(-5), kw: 40 },
    { from: at(20), kw: 0 },
    { from: at(90), kw: 60 },
  ],
  ...{ transactionId: '7', until: at(60), afterKw: 11 },
}

test.each([
  ['nothing was told', undefined, '7', [[0, null]]],
  [
    'a profile holds until its end',
    told,
    '7',
    [
      [0, 40],
      [20, 0],
      [60, 11],
    ],
  ],
  ['a profile of another transaction is over', told, '8', [[0, 11]]],
  ['a profile is over', { ...told, until: at(-1) }, '7', [[0, 11]]],
  [
    'nothing is known of what holds after it',
    { ...told, afterKw: undefined },
    '7',
    [
      [0, 40],
      [20, 0],
      [60, null],
    ],
  ],
  [
    'a profile without an end',
    { ...told, until: undefined },
    '7',
    [
      [0, 40],
      [20, 0],
      [90, 60],
    ],
  ],
  ['a profile for any transaction', { course: [{ from: 0, kw: 22 }] }, undefined, [[0, 22]]],
] as [string, ShownLimit | undefined, string | undefined, [number, number | null][]][])(
  '%s',
  (_, limit, transactionId, steps) => {
    expect(toldSteps(limit, transactionId, NOW)).toEqual(steps.map(([minutes, kw]) => ({ from: at(minutes), kw })))
  },
)
