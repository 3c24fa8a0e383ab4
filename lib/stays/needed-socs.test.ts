import { expect, test } from 'vitest'
import { neededSocs } from '@/lib/stays/needed-socs'

test.each([
  ['the stay’s own minimum', { minimumSoc: 60, targetSoc: 90 }, 30, { minimumSoc: 60, targetSoc: 90 }],
  ['the location’s minimum', { minimumSoc: null, targetSoc: 90 }, 30, { minimumSoc: 30, targetSoc: 90 }],
  ['a minimum of 0 that was said', { minimumSoc: 0, targetSoc: 90 }, 30, { minimumSoc: 0, targetSoc: 90 }],
  ['a minimum above the target', { minimumSoc: 95, targetSoc: 80 }, 0, { minimumSoc: 95, targetSoc: 95 }],
  [
    'the location’s minimum above the target',
    { minimumSoc: null, targetSoc: 40 },
    70,
    { minimumSoc: 70, targetSoc: 70 },
  ],
])('%s', (_, stay, minimumSoc, expected) => {
  expect(neededSocs(stay, { minimumSoc })).toEqual(expected)
})
