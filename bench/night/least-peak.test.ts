import { expect, it } from 'vitest'
import { makeNight } from '@/bench/night/night'
import { postedProblem } from '@/bench/night/posted-problem'
import { planDepot } from '@/lib/planner/plan-depot'
import type { DepotProblem } from '@/lib/planner/problem'

/** Cheap last hours, which all batteries would like for their slow ends. */
it.each([
  [1, 20],
  [1, 40],
  [3, 40],
  [4, 20],
  [8, 20],
])(
  'the least peak of night %d, %d minutes after its beginning, is hardly above any that another aim finds',
  (seed, minutes) => {
    const night = makeNight({ seed, buses: 20, limitKw: 560, pauses: true, deviates: true })
    const peakWith = (parts: Partial<DepotProblem>, readyBufferMinutes = 0) =>
      planDepot({ ...postedProblem(night, { minutes, readyBufferMinutes }), ...parts }).peakkW
    const flattestKw = peakWith({ strategy: 'balanced' })
    const leastKw = peakWith({})
    expect(leastKw).toBeLessThan(1.01 * flattestKw)
    expect(peakWith({}, 30)).toBeLessThan(1.015 * Math.min(leastKw, flattestKw))
  },
)
