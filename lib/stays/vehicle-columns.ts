import { vehicle } from '@/lib/db/schema/vehicle'

/** The vehicle as planning sees it; the names are ours, the columns the registry's. */
export const vehicleColumns = {
  id: vehicle.id,
  name: vehicle.name,
  licensePlate: vehicle.licensePlate,
  batterySizeKwh: vehicle.fullChargeEnergyKwh,
  maxPowerKw: vehicle.maxChargePowerKw,
  minPowerKw: vehicle.minChargePowerKw,
  minPreconditioningPowerKw: vehicle.minPreconditioningPowerKw,
  supportsPausing: vehicle.supportsPauseResume,
  chargingCurve: vehicle.chargingCurve,
  enableChargeScheduling: vehicle.enableChargeScheduling,
  v2icpParameters: vehicle.v2icpParameters,
  preconditioning: vehicle.preconditioning,
  v2icp: vehicle.v2icp,
  consumptionWhPerKm: vehicle.consumption,
}
