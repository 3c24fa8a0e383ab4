import { expect, test } from 'vitest'
import { faultsOf, problemFaults } from '@/components/vehicle/vehicle-faults'
import { VehicleInput } from '@/lib/contract/vehicle'

test('each fault is a sentence under its path, in the contract’s own words', () => {
  const value = {
    fullChargeEnergykWh: 0,
    maxChargePowerkW: Number.NaN,
    chargingPorts: [{ macAddress: 'x', type: 'CCS2' }],
  }
  const faults = faultsOf(VehicleInput, value, 'must be a number')
  expect([...faults.keys()].sort()).toEqual(['chargingPorts.0.macAddress', 'fullChargeEnergykWh', 'maxChargePowerkW'])
  expect(faults.get('fullChargeEnergykWh')).toBe('Must be at least 1.')
  expect(faults.get('maxChargePowerkW')).toBe('Must be a number.')
})

test('the server’s faults stand at the same places as our own', () => {
  const problem = { type: 'about:blank', title: '', status: 422, detail: '', instance: '' }
  const faults = problemFaults({
    ...problem,
    errors: [{ path: 'chargingPorts[1].macAddress', message: 'belongs to bus-2' }],
  })
  expect([...faults]).toEqual([['chargingPorts.1.macAddress', 'Belongs to bus-2.']])
})
