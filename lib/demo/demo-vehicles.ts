import type { VehicleInput } from '@/lib/contract/vehicle'
import type { SeededRandom } from '@/lib/demo/seeded-random'

/**
 * What a vehicle does all week. `overnight`: home from evening to early morning. `weekdays`: the same, but as one
 * recurring rule. `peaks`: out for the morning and the evening peak, so home at midday too. `nights`: out at
 * night, home by day. `guest`: one stay around now and no more.
 */
export type Duty = 'overnight' | 'weekdays' | 'peaks' | 'nights' | 'guest'

export type DemoVehicle = { id: string; duty: Duty; input: VehicleInput }

type Kind = { evModel: string; fullChargeEnergykWh: number; maxChargePowerkW: number; consumption: number }

const CITY_BUS: Kind = { evModel: 'City bus 12 m', fullChargeEnergykWh: 350, maxChargePowerkW: 150, consumption: 1_150 }
const LONG_BUS: Kind = {
  evModel: 'Articulated bus 18 m',
  fullChargeEnergykWh: 525,
  maxChargePowerkW: 200,
  consumption: 1_650,
}
const TRUCK: Kind = { evModel: 'Delivery truck 16 t', fullChargeEnergykWh: 265, maxChargePowerkW: 80, consumption: 950 }

/** These have a part in the story that the demo depot tells. */
export const CANNOT_MAKE_IT = 'bus-115'
export const CANNOT_PAUSE = 'truck-305'
export const UNKNOWN_BATTERY = 'bus-116'

/** 24 buses of two types and six trucks. */
export function demoVehicles(locationUid: string, random: SeededRandom): DemoVehicle[] {
  return [
    ...fleet('bus', 101, 8, 'weekdays', CITY_BUS),
    ...fleet('bus', 109, 3, 'overnight', CITY_BUS),
    ...fleet('bus', 112, 3, 'nights', CITY_BUS),
    ...fleet('bus', 115, 2, 'guest', CITY_BUS),
    ...fleet('bus', 201, 8, 'peaks', LONG_BUS),
    ...fleet('truck', 301, 5, 'nights', TRUCK),
    ...fleet('truck', 306, 1, 'overnight', TRUCK),
  ].map(({ id, number, duty, kind }) => ({
    id,
    duty,
    input: {
      name: `${id.startsWith('bus') ? 'Bus' : 'Truck'} ${number}`,
      licensePlate: `RLY-${number}`,
      locationUid,
      minChargePowerkW: 0,
      supportsPauseResume: id !== CANNOT_PAUSE,
      chargingPorts: [{ macAddress: macAddress(random), type: 'CCS2' as const }],
      ...kind,
      ...(id === UNKNOWN_BATTERY && {
        fullChargeEnergykWh: null,
        notes: 'On loan. Its battery size is still to be entered.',
      }),
    },
  }))
}

function fleet(word: string, first: number, count: number, duty: Duty, kind: Kind) {
  return Array.from({ length: count }, (_, index) => ({
    id: `${word}-${first + index}`,
    number: first + index,
    duty,
    kind,
  }))
}

/** A locally administered address, which no manufacturer gives out. */
function macAddress(random: SeededRandom): string {
  const bytes = Array.from({ length: 5 }, () => random.between(0, 255).toString(16).padStart(2, '0').toUpperCase())
  return ['02', ...bytes].join(':')
}
