import { afterEach, expect, test } from 'vitest'
import { livePace, setLive } from '@/app/(depot)/_data/pace'
import { depotWatchQuery, readinessQuery, stationsQuery } from '@/app/(depot)/_data/queries'

afterEach(() => setLive(true))

const paceOf = (refetchInterval: unknown) =>
  typeof refetchInterval === 'function' ? refetchInterval() : refetchInterval

test('pages ask every thirty seconds where no stream tells of changes, and no more seldom than that where one does', () => {
  const intervals = () =>
    [depotWatchQuery('north'), readinessQuery('north', 12), stationsQuery('north')].map(({ refetchInterval }) =>
      paceOf(refetchInterval),
    )
  setLive(false)
  expect(intervals()).toEqual([30_000, 30_000, 30_000])
  setLive(true)
  for (const interval of intervals()) expect(interval).toBeLessThanOrEqual(30_000)
  expect(livePace()).toBeLessThan(30_000)
})
