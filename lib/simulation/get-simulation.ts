import { eq } from 'drizzle-orm'
import type { Context } from '@/lib/context'
import type { Simulation } from '@/lib/contract/simulation'
import { toTimestamp } from '@/lib/contract/timestamp'
import { simulation } from '@/lib/db/schema'
import { getLocationRow } from '@/lib/locations/get-location'

/** Whether the chargers of a location are simulated, and whether that goes on now. @throws Refusal 404 */
export async function getSimulation(context: Context, locationUid: string): Promise<Simulation> {
  await getLocationRow(context, locationUid)
  const [row] = await context.db.select().from(simulation).where(eq(simulation.locationUid, locationUid))
  if (!row) return { state: 'none' }
  return simulationView(row)
}

/** A simulation as the contract gives it. */
export function simulationView({ isRunning, startedAt }: { isRunning: boolean; startedAt: Date }): Simulation {
  return isRunning ? { state: 'running', since: toTimestamp(startedAt.getTime()) } : { state: 'stopped' }
}
