import { eq } from 'drizzle-orm'
import type { Context } from '@/lib/context'
import type { Simulation, SimulationInput } from '@/lib/contract/simulation'
import { simulation } from '@/lib/db/schema'
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
  const [changed] = await context.db
    .update(simulation)
    .set({ isRunning: running, ...(running && { startedAt: new Date(context.now) }) })
    .where(eq(simulation.locationUid, locationUid))
    .returning({ isRunning: simulation.isRunning, startedAt: simulation.startedAt })
  if (!changed)
    throw new Refusal(
      'conflict',
      'This location has no simulated chargers; the demo depot comes with them. Play any other with: npm run simulate',
    )
  return simulationView(changed)
}
