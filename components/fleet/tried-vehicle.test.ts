import { describe, expect, test } from 'vitest'
import { triedVehicle, triedVehicles } from '@/components/fleet/tried-vehicle'
import { draftOf, type VehicleDraft } from '@/components/fleet/vehicle-draft'
import { fieldsOf } from '@/components/fleet/vehicle-fields'

const before = fieldsOf({
  ...{ id: 'bus-7', name: 'Bus 7', locationUid: ['north'], chargingPorts: [], evMacAddress: null },
  ...{ fullChargeEnergykWh: 400, maxChargePowerkW: 150, minChargePowerkW: 0 },
  ...{ supportsPauseResume: true, enableChargeScheduling: true },
})
const edited = (values: Partial<VehicleDraft['values']>) => {
  const draft = draftOf(before, 'en-GB')
  return triedVehicle('bus-7', before, { ...draft, values: { ...draft.values, ...values } })
}

describe('what is tried while a vehicle is edited', () => {
  test('is what plans depend on', () => {
    expect(edited({ maxChargePowerkW: '80', name: 'Seven' })).toEqual({
      vehicles: [{ vehicleId: 'bus-7', maxChargePowerkW: 80 }],
    })
  })

  test('is nothing where no plan depends on it, or a value is none', () => {
    expect(edited({})).toBeNull()
    expect(edited({ name: 'Seven', notes: 'New brakes' })).toBeNull()
    expect(edited({ maxChargePowerkW: 'much' })).toBeNull()
  })
})

describe('what is tried of many vehicles', () => {
  test('is what plans depend on, the same of each', () => {
    const vehicles = ['bus-1', 'bus-2'].map((vehicleId) => ({ vehicleId, maxChargePowerkW: 80 }))
    expect(triedVehicles(['bus-1', 'bus-2'], { evModel: 'U12', maxChargePowerkW: 80 })).toEqual({ vehicles })
  })

  test('is nothing where no plan of this depot hangs on it', () => {
    expect(triedVehicles(['bus-1'], { evModel: 'U12' })).toBeNull()
    expect(triedVehicles(['bus-1'], { locationUid: ['north'] })).toBeNull()
  })

  test('where they go to another depot, is what else is changed: their schedules stay here', () => {
    const vehicles = [{ vehicleId: 'bus-1', maxChargePowerkW: 80 }]
    expect(triedVehicles(['bus-1'], { maxChargePowerkW: 80, locationUid: ['north'] })).toEqual({ vehicles })
  })
})
