import fc from 'fast-check'
import { expect, test } from 'vitest'
import { wallPage } from '@/components/wall/wall-pages'

test('what fits is one page at every turn', () => {
  expect(wallPage(['a', 'b'], 8, 5)).toEqual({ rows: ['a', 'b'], page: 1, pages: 1 })
  expect(wallPage([], 8, 5)).toEqual({ rows: [], page: 1, pages: 1 })
})

test('the turns of a round show each row once, in order, whatever fits', () => {
  fc.assert(
    fc.property(fc.array(fc.nat()), fc.integer({ min: -2, max: 20 }), fc.nat(50), (rows, perPage, rounds) => {
      const { pages } = wallPage(rows, perPage, 0)
      const turns = Array.from({ length: pages }, (_, index) => wallPage(rows, perPage, rounds * pages + index))
      expect(turns.flatMap((turn) => turn.rows)).toEqual(rows)
      expect(turns.map(({ page }) => page)).toEqual(Array.from({ length: pages }, (_, index) => index + 1))
    }),
  )
})
