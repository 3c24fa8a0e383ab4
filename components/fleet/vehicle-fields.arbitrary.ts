import fc from 'fast-check'
import type { VehicleInput } from '@/lib/contract/vehicle'

const few = <T>(...values: T[]) => fc.option(fc.constantFrom(...values), { nil: undefined })
const port = fc.record(
  {
    macAddress: fc.constantFrom('00:00:00:00:00:0A', '00:00:00:00:00:0B', '00:00:00:00:00:0C'),
    type: fc.constantFrom('CCS2' as const, 'MCS' as const),
    inactive: fc.boolean(),
  },
  { requiredKeys: ['macAddress', 'type'] },
)

/** Vehicles from few values, so that changes meet. */
export const anyVehicle: fc.Arbitrary<VehicleInput> = fc.record({
  name: few('Bus 7', 'Bus 70'),
  notes: few('', 'spare'),
  fullChargeEnergykWh: few(300, 420),
  maxChargePowerkW: few(80, 150),
  minChargePowerkW: few(0, 10),
  supportsPauseResume: few(true, false),
  enableChargeScheduling: few(true, false),
  chargingCurve: few(
    [
      { soc: 0, powerkW: 150 },
      { soc: 100, powerkW: 40 },
    ],
    [
      { soc: 0, powerkW: 150 },
      { soc: 80.5, powerkW: 100 },
      { soc: 100, powerkW: 40 },
    ],
  ),
  tokens: fc.uniqueArray(fc.constantFrom('04A2B3', 'DE*RL*1', 'card 7')),
  locationUid: fc.uniqueArray(fc.constantFrom('north', 'south', 'east')),
  chargingPorts: fc.uniqueArray(port, { selector: ({ macAddress }) => macAddress }),
  v2icpParameters: fc.option(fc.record({ ambientTemp: few(0, -12), preconditioning: few(true, false) }), {
    nil: undefined,
  }),
  preconditioning: fc.option(fc.record({ vehiclePreconditioningTimeMs: few(0, 600_000) }), { nil: undefined }),
})
