import { describe, expect, it } from 'vitest'
import { findFixes, smallestFixes } from '@/lib/planner/explain/smallest-fixes'
import { planDepot } from '@/lib/planner/plan-depot'
import { batchesOf, buildProblem } from '@/lib/planning/build-problem'
import { searchFixes } from '@/lib/planning/fixes/fix-search'
import { depotValue, NOW, stayValue } from '@/lib/planning/fixtures/depot-values'
import { sortStays } from '@/lib/planning/plannable'
import { planInThread } from '@/lib/planning/worker/planner-thread'

function shortDepot(vehicles: number) {
  const stays = Array.from({ length: vehicles }, (_, k) =>
    stayValue({ id: k === 0 ? 'tonight' : `other-${k}`, arrival: NOW + k * 60_000 }),
  )
  const depot = depotValue(stays, { powerLimitKw: 10 * vehicles })
  const [batch] = batchesOf(depot, sortStays(depot).plannable)
  return buildProblem(depot, batch ?? { day: null, strategy: 'balanced' as const, stays: [] }, [])
}

const problem = shortDepot(1)
const search = { problem, scheduleId: 'tonight', limits: {} }

describe('searchFixes', () => {
  it('finds in its thread what the planner finds here, with the shortfall that it ends', async () => {
    const found = await searchFixes(search)
    expect(found.fixes).toEqual(smallestFixes(problem, planDepot(problem), 'tonight'))
    expect(found.fixes.length).toBeGreaterThan(0)
    expect(found).toMatchObject({ incomplete: false, shortfall: { cause: 'site-limit' } })
  })

  it('proves what needs the fewest plans first, so that an ended search has an answer, and offers it in another order', () => {
    const found = [...findFixes(problem, planDepot(problem), 'tonight')].map(({ kind }) => kind)
    expect(found.slice(0, 2)).toEqual(['later-departure', 'lower-target'])
    const offered = smallestFixes(problem, planDepot(problem), 'tonight').map(({ kind }) => kind)
    expect(offered.slice(0, 2)).toEqual(['raise-limit', 'later-departure'])
  })

  it('is given up when not even the plan is there in time, and goes on with the next search', async () => {
    const large = { ...search, problem: shortDepot(400) }
    await expect(searchFixes(large, 1)).rejects.toMatchObject({ code: 'unavailable' })
    expect(await searchFixes(search)).toMatchObject({ incomplete: false })
  })

  it('does one search after another, refuses those that would wait too long, and never keeps a plan waiting', async () => {
    const searches = Array.from({ length: 8 }, () => searchFixes(search))
    const settled = Promise.allSettled(searches)
    await planInThread(problem)
    const outcomes = (await settled).map(({ status }) => status)
    expect(outcomes).toEqual([...Array(6).fill('fulfilled'), 'rejected', 'rejected'])
    await expect(searches[7]).rejects.toMatchObject({ code: 'unavailable' })
  })

  it('fails with the planner’s own sentence', async () => {
    const malformed = { ...search, problem: { ...problem, now: Number.NaN } }
    await expect(searchFixes(malformed)).rejects.toThrow('now must be a finite number')
  })
})
