'use client'

import { useQuery } from '@tanstack/react-query'
import { vehiclesQuery } from '@/app/(depot)/_data/queries'
import { useDepot } from '@/app/(depot)/_depot/depot-context'

/**
 * The names of a depot's vehicles by id; an id stands for itself until the fleet is known.
 * @param locationUid the depot, where it is not the one that the page shows
 */
export function useVehicleNames(locationUid?: string): (vehicleId: string) => string {
  const { location } = useDepot()
  const { data } = useQuery(vehiclesQuery(locationUid ?? location.id))
  return (vehicleId) => data?.find(({ vehicle }) => vehicle.id === vehicleId)?.vehicle.name ?? vehicleId
}

/** The name of a vehicle of this depot, once the fleet is known. */
export function useVehicleName(vehicleId: string | undefined): string | undefined {
  const { location } = useDepot()
  const vehicles = useQuery({ ...vehiclesQuery(location.id), enabled: vehicleId !== undefined })
  return vehicles.data?.find(({ vehicle }) => vehicle.id === vehicleId)?.vehicle.name
}

/** What a vehicle of this depot consumes, Wh/km, where that is known. */
export function useConsumption(vehicleId: string): number | undefined {
  const { location } = useDepot()
  const { data } = useQuery(vehiclesQuery(location.id))
  return data?.find(({ vehicle }) => vehicle.id === vehicleId)?.vehicle.consumption
}
