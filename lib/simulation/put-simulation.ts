import { eq } from 'drizzle-orm'
import { recordChanges } from '@/lib/audit/record-changes'
import type { Context } from '@/lib/context'
import type { Simulation, SimulationInput } from '@/lib/contract/simulation'
import { simulation } from '@/lib/db/schema'
import { inTransaction } from '@/lib/db/transaction'
import { Refusal } from '@/lib/errors'
import { getLocationRow } from '@/lib/locations/get-location'
import { simulationView } from '@/lib/simulation/get-simulation'

/**
 * Starts or stops the simulated chargers of a location: within seconds they connect, or are offline.
 * @throws Refusal 404, 409 where the location has none
 */
export async function putSimulation(
  context: Context,
  { locationUid, running }: { locationUid: string } & SimulationInput,
): Promise<Simulation> {
  await getLocationRow(context, locationUid)
  return inTransaction(context.db, async (tx) => {
    const of = eq(simulation.locationUid, locationUid)
    const [was] = await tx.select().from(simulation).where(of).for('update')
    if (!was)
      throw new Refusal(
        'conflict',
        'This location has no simulated chargers; the demo depot comes with them. Play any other with: npm run simulate',
      )
    const now = {
      isRunning: running,
      startedAt: running ? new Date(context.now) : was.startedAt,
    }
    await tx.update(simulation).set(now).where(of)
    const change = { before: { running: was.isRunning }, after: { running } }
    await recordChanges({ ...context, db: tx }, [
      { kind: 'simulation', objectId: locationUid, locationUids: [locationUid], ...change },
    ])
    return simulationView(now)
  })
}
