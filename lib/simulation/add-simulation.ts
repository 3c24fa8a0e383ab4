import type { Context } from '@/lib/context'
import { simulation } from '@/lib/db/schema'
import { env } from '@/lib/env'

/**
 * Gives a location simulated chargers, which connect within seconds of the commit unless `DEMO_SIMULATION` is off: then
 * they wait to be started. A location that has them keeps them as they are.
 */
export async function addSimulation({ db, now }: Context, locationUid: string): Promise<void> {
  await db
    .insert(simulation)
    .values({ locationUid, isRunning: env().demoSimulation, startedAt: new Date(now) })
    .onConflictDoNothing()
}
