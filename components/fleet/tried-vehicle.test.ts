import { describe, expect, test } from 'vitest'
import { triedVehicle } from '@/components/fleet/tried-vehicle'
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
