import { createHash } from 'node:crypto'
import type { PlayedStay } from '@/lib/simulator/night'

/** A vehicle and a schedule as the API gives them, as far as they are played. */
export type ListedVehicle = {
  id: string
  evMacAddress: string | null
  fullChargeEnergykWh?: number | null
  maxChargePowerkW?: number | null
}
export type ListedSchedule = {
  evId: string
  plannedArrivalTime: string
  plannedDepartureTime: string
  startSoC?: number
  targetSoC: number
}

/** The stays of a depot's schedules; a vehicle whose battery or power is not known is not played. */
export function staysOf(vehicles: readonly ListedVehicle[], schedules: readonly ListedSchedule[]): PlayedStay[] {
  const byId = new Map(vehicles.map((vehicle) => [vehicle.id, vehicle]))
  return schedules.flatMap((schedule): PlayedStay[] => {
    const vehicle = byId.get(schedule.evId)
    if (!vehicle?.fullChargeEnergykWh || !vehicle.maxChargePowerkW) return []
    return [
      {
        ...{ vehicleId: vehicle.id, macAddress: vehicle.evMacAddress ?? macOf(vehicle.id) },
        arrival: Date.parse(schedule.plannedArrivalTime),
        departure: Date.parse(schedule.plannedDepartureTime),
        ...{ startSoc: schedule.startSoC ?? 35, targetSoc: schedule.targetSoC },
        ...{ batteryKwh: vehicle.fullChargeEnergykWh, maxPowerKw: vehicle.maxChargePowerkW },
      },
    ]
  })
}

/** A MAC address of a vehicle that has none: locally administered, and always the same. */
export function macOf(id: string): string {
  const hash = createHash('sha256').update(id).digest('hex').slice(0, 10)
  return `02${hash}`.toUpperCase().replace(/..(?=.)/g, '$&:')
}
