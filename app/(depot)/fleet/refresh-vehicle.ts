import type { QueryClient } from '@tanstack/react-query'

/** Asks again for what shows a vehicle, once it has changed. */
export function refreshVehicle(queries: QueryClient, vehicleId: string): Promise<unknown> {
  const keys = [['vehicle', vehicleId], ['vehicles'], ['readiness'], ['schedules'], ['schedule'], ['load'], ['watch']]
  return Promise.all(keys.map((queryKey) => queries.invalidateQueries({ queryKey })))
}
