import type { QueryClient } from '@tanstack/react-query'

/** Asks again for what shows a vehicle, once it has changed. */
export function refreshVehicle(queries: QueryClient, vehicleId: string): Promise<unknown> {
  const keys = ['vehicles', 'readiness', 'schedules', 'schedule', 'load', 'watch', 'audit'].map((key) => [key])
  return Promise.all([['vehicle', vehicleId], ...keys].map((queryKey) => queries.invalidateQueries({ queryKey })))
}
