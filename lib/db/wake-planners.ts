/** The queue's name for planning locations. */
export const PLAN_TASK = 'plan-location'

/** Changes that come in within this time are planned together. */
export const DEBOUNCE_MS = 1_000

/** A commit is told of within this time, also by a process that stood still for a while. */
const ASKED_WITHIN_MS = 60_000

const ASKS = /\binsert\s+into\s+plan_request\b/i

/** Whether a statement asks for a plan, by its words. */
export function asksForPlan(statement: string): boolean {
  return ASKS.test(statement)
}

/**
 * Adds a job for each location that was lately asked to be planned, which a worker gets `DEBOUNCE_MS` after the first
 * change of a series: later changes leave the time as it is, so a steady stream of them cannot starve planning. Where a
 * job waits already there is nothing to add. A location that is being planned gets its job after the change that came
 * meanwhile: one at once would find it taken. The queue retries nothing by itself: what is still to do is what
 * `plan_request` says, and the worker's scan looks there.
 */
export const WAKE_PLANNERS = `
  select graphile_worker.add_job('${PLAN_TASK}', json_build_object('locationUid', location_uid),
    run_at := requested_at + ${DEBOUNCE_MS} * interval '1 ms', max_attempts := 1, job_key := 'plan:' || location_uid,
    job_key_mode := 'preserve_run_at')
  from plan_request where requested_at > clock_timestamp() - ${ASKED_WITHIN_MS} * interval '1 ms'
    and not exists (select 1 from graphile_worker.jobs j where j.key = 'plan:' || location_uid and j.attempts = 0)
  order by location_uid`
