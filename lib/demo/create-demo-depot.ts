import { type Context, SYSTEM } from '@/lib/context'
import { demoLocation } from '@/lib/demo/demo-location'
import { demoSchedules } from '@/lib/demo/demo-schedules'
import { demoVehicles } from '@/lib/demo/demo-vehicles'
import { SeededRandom } from '@/lib/demo/seeded-random'
import { putLocation } from '@/lib/locations/put-location'
import { postSchedules } from '@/lib/schedules/post-schedules'
import { addSimulation } from '@/lib/simulation/add-simulation'
import { putVehicle } from '@/lib/vehicles/put-vehicle'

export const DEMO_LOCATION_UID = 'demo'

const SEED = 20_261_122

/**
 * Makes the demo depot around `context.now`, or brings the one that is there up to it: 24 buses and six trucks with a
 * week of schedules, and simulated chargers that play them. The same seed and moment give the same depot. It goes through the verbs that everybody's data goes
 * through, so planning follows by itself.
 */
export async function createDemoDepot(context: Context, seed = SEED): Promise<{ locationUid: string }> {
  const asSystem = { ...context, who: SYSTEM }
  const random = new SeededRandom(seed)
  const locationUid = DEMO_LOCATION_UID
  await putLocation(asSystem, { uid: locationUid, input: demoLocation, ifMatch: null })
  for (const vehicle of demoVehicles(locationUid, random)) {
    const { schedules, tonight } = demoSchedules(vehicle, context.now, locationUid, random)
    await putVehicle(asSystem, { vehicleId: vehicle.id, input: vehicle.input, ifMatch: null })
    await postSchedules(asSystem, { vehicleId: vehicle.id, schedules, replaceFutureSchedules: true })
    if (tonight.length > 0) await postSchedules(asSystem, { vehicleId: vehicle.id, schedules: tonight })
  }
  await addSimulation(asSystem, locationUid)
  return { locationUid }
}
