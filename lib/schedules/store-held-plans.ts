import type { Database } from '@/lib/db/client'
import type { ChangedStay } from '@/lib/schedules/schedule-change'
import type { HeldPlan } from '@/lib/schedules/schedule-state'
import { keepElapsed } from '@/lib/stays/keep-elapsed'
import { deletePlans, type PlanMeta, writePlanMeta, writePlans } from '@/lib/stays/write-plans'

type Change = { key: number; was: HeldPlan | null; held: HeldPlan | null }

/** Writes what a decision does to the plans of stays: posted ones, dropped ones, thawed ones. */
export async function storeHeldPlans(
  tx: Database,
  now: number,
  changed: readonly ChangedStay[],
  inserted: ReadonlyMap<string, number>,
): Promise<void> {
  const changes = changed.flatMap(({ stay, was: stored }): Change[] => {
    const key = stay.key ?? inserted.get(stay.id)
    const was = stored?.held ?? null
    return key === undefined || was === stay.held ? [] : [{ key, was, held: stay.held }]
  })
  if (changes.length === 0) return
  await keepElapsed(
    tx,
    changes.flatMap(({ key, was, held }) => (was !== null && isReplaced(was, held) ? [key] : [])),
    now,
  )
  await deletePlans(
    tx,
    changes.flatMap(({ key, held }) => (held === null ? [key] : [])),
  )
  await writePlans(
    tx,
    changes.flatMap(({ key, held }) =>
      held?.plan === undefined ? [] : { key, ...metaOf(held, now), plan: held.plan, explanation: null },
    ),
  )
  // Where the plan itself was not read, only what is said about it changes.
  await writePlanMeta(
    tx,
    changes.flatMap(({ key, held }) => (held && held.plan === undefined ? { key, ...metaOf(held, now) } : [])),
  )
}

function isReplaced(was: HeldPlan, held: HeldPlan | null): boolean {
  return held === null || (held.plan !== undefined && held.plan !== was.plan)
}

function metaOf({ meta, posted }: HeldPlan, now: number): PlanMeta {
  return {
    posted,
    frozen: meta.frozen ?? false,
    strategy: meta.strategy,
    strategyVersion: meta.strategyVersion,
    plannedAt: meta.timestamp ?? new Date(now).toISOString(),
    trigger: meta.trigger,
    triggerDescription: meta.triggerDescription,
  }
}
