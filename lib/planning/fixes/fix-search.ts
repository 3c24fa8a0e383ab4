import { MessageChannel, type MessagePort, receiveMessageOnPort } from 'node:worker_threads'
import type { Shortfall } from '@/lib/contract/explanations'
import { currentDeadline } from '@/lib/db/deadline'
import { Refusal } from '@/lib/errors'
import type { Fix } from '@/lib/planner/explain/apply-fix'
import { asOffered } from '@/lib/planner/explain/smallest-fixes'
import { shortfallView } from '@/lib/planning/explanation'
import { PlannerPool } from '@/lib/planning/worker/planner-pool'
import type { FixSearch, SearchPart } from '@/lib/planning/worker/planner-tasks'
import { TookTooLong, withinBudget } from '@/lib/planning/worker/time-budget'

/** People wait for it; what was found until then is the answer. */
const LONGEST_MS = 10_000

/** So many may wait for their turn. */
const LONGEST_QUEUE = 6

export type FoundFixes = { shortfall?: Shortfall; fixes: Fix[]; incomplete: boolean }

/** A thread of its own, so that a search never keeps a plan waiting. */
const searcher = new PlannerPool(1)
let lastTurn: Promise<unknown> = Promise.resolve()
let queued = 0

/**
 * Searches the smallest fixes of a schedule's shortfall in a worker thread, one search at a time in this process.
 * @param longestMs a search that takes longer is ended, and what it has found is the answer
 * @throws Refusal `unavailable` when too many wait, or when not even the plan was ready in time
 */
export async function searchFixes(search: FixSearch, longestMs = LONGEST_MS): Promise<FoundFixes> {
  if (queued >= LONGEST_QUEUE) throw busy('Too many fixes are being searched for at the moment. Try again later.')
  queued += 1
  const turn = lastTurn.then(() => searchNow(search, longestMs))
  lastTurn = turn.catch(() => {})
  return turn.finally(() => {
    queued -= 1
  })
}

async function searchNow(search: FixSearch, longestMs: number): Promise<FoundFixes> {
  const { port1: told, port2: parts } = new MessageChannel()
  try {
    await withinBudget(longestMs, [currentDeadline()?.signal], (signal) =>
      searcher.run('searchFixes', { ...search, parts }, signal, [parts]),
    )
    return foundFixes(partsIn(told), false)
  } catch (error) {
    if (!(error instanceof TookTooLong)) throw error
    const soFar = partsIn(told)
    if (soFar.length === 0) throw busy('Planning this depot takes too long at the moment. Try again later.')
    return foundFixes(soFar, true)
  } finally {
    told.close()
  }
}

/** What was told until now: it lies in the port, whether the thread is there any more or not. */
function partsIn(told: MessagePort): SearchPart[] {
  const parts: SearchPart[] = []
  for (let next = receiveMessageOnPort(told); next; next = receiveMessageOnPort(told)) parts.push(next.message)
  return parts
}

function foundFixes(parts: readonly SearchPart[], incomplete: boolean): FoundFixes {
  const shortfall = parts.find((part) => part.shortfall)?.shortfall
  return {
    ...(shortfall && { shortfall: shortfallView(shortfall) }),
    fixes: asOffered(parts.flatMap(({ fix }) => fix ?? [])),
    incomplete,
  }
}

function busy(sentence: string): Refusal {
  return new Refusal('unavailable', sentence, { headers: { 'Retry-After': '10' } })
}
