import type { Shortfall } from '@/lib/contract/explanations'
import { Refusal } from '@/lib/errors'
import type { Fix } from '@/lib/planner/explain/apply-fix'
import { shortfallView } from '@/lib/planning/explanation'
import type { FixSearch, SearchPart } from '@/lib/planning/worker/planner-tasks'
import { PlannerWorker, TookTooLong } from '@/lib/planning/worker/planner-worker'

/** People wait for it; what was found until then is the answer. */
const LONGEST_MS = 10_000

/** So many may wait for their turn. */
const LONGEST_QUEUE = 6

export type FoundFixes = { shortfall?: Shortfall; fixes: Fix[]; incomplete: boolean }

/** A thread of its own, so that a search never keeps a plan waiting. */
let current: Promise<PlannerWorker> | undefined
let lastTurn: Promise<unknown> = Promise.resolve()
let queued = 0

/**
 * Searches the smallest fixes of a schedule's shortfall in a worker thread, one search at a time in this process.
 * @param longestMs a search that takes longer is ended, and what it has found is the answer
 * @throws Refusal `unavailable` when too many wait, or when not even the plan was ready in time
 */
export async function searchFixes(search: FixSearch, longestMs = LONGEST_MS): Promise<FoundFixes> {
  if (queued >= LONGEST_QUEUE) throw busy('Too many fixes are being searched for at the moment.')
  queued += 1
  const turn = lastTurn.then(() => searchNow(search, longestMs))
  lastTurn = turn.catch(() => {})
  return turn.finally(() => {
    queued -= 1
  })
}

async function searchNow(search: FixSearch, longestMs: number): Promise<FoundFixes> {
  const found: FoundFixes = { fixes: [], incomplete: false }
  let isPlanned = false
  const onPart = (part: unknown) => {
    const { shortfall, fix } = part as SearchPart
    isPlanned = true
    if (shortfall) found.shortfall = shortfallView(shortfall)
    if (fix) found.fixes.push(fix)
  }
  const thread = await searcher()
  try {
    await thread.run('searchFixes', search, { longestMs, onPart })
    return found
  } catch (error) {
    if (!(error instanceof TookTooLong)) throw error
    if (!isPlanned) throw busy('Planning this depot takes too long at the moment.')
    return { ...found, incomplete: true }
  }
}

async function searcher(): Promise<PlannerWorker> {
  const known = await current?.catch(() => undefined)
  if (known && !known.ended) return known
  current = PlannerWorker.start()
  return current
}

function busy(sentence: string): Refusal {
  return new Refusal('unavailable', `${sentence} Try again later.`, { headers: { 'Retry-After': '10' } })
}
