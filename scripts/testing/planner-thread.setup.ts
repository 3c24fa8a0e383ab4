import { bundlePlannerThread } from '@/scripts/bundle.mjs'

/** Builds the planner's thread for tests, as run.mjs does for the app; the test processes inherit where it is. */
export default async function setup(): Promise<void> {
  process.env.PLANNER_THREAD = await bundlePlannerThread()
}
