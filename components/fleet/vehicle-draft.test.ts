import fc from 'fast-check'
import { expect, test } from 'vitest'
import { emptyPoint } from '@/components/fleet/curve-draft'
import { checkDraft, draftOf, emptyPort, patchOf, type VehicleDraft } from '@/components/fleet/vehicle-draft'
import { fieldsOf } from '@/components/fleet/vehicle-fields'
import { anyVehicle } from '@/components/fleet/vehicle-fields.arbitrary'

function checked(draft: VehicleDraft) {
  const result = checkDraft(draft)
  if ('faults' in result) throw new Error(`The draft is faulty: ${JSON.stringify(result.faults)}`)
  return result
}

const bus = fieldsOf({ name: 'Bus 7', maxChargePowerkW: 150, locationUid: ['north'] })

function withValues(values: Partial<VehicleDraft['values']>): VehicleDraft {
  const draft = draftOf(bus, 'de-DE')
  return { ...draft, values: { ...draft.values, ...values } }
}

test('a vehicle that nobody edits is not changed', () => {
  fc.assert(
    fc.property(anyVehicle, (vehicle) => {
      const fields = fieldsOf({ ...vehicle, notes: vehicle.notes || null })
      expect(patchOf(fields, checked(draftOf(fields, 'de-DE')))).toEqual({})
    }),
  )
})

test('only what was typed is sent; an emptied field is null, a comma is a point, minutes are milliseconds', () => {
  const draft = withValues({
    maxChargePowerkW: ' ',
    fullChargeEnergykWh: '420,5',
    'preconditioning.vehiclePreconditioningTimeMs': '12.5',
  })
  expect(patchOf(bus, checked(draft))).toEqual({
    maxChargePowerkW: null,
    fullChargeEnergykWh: 420.5,
    preconditioning: { vehiclePreconditioningTimeMs: 750_000 },
  })
})

test('the contract’s own messages come under the API’s paths', () => {
  const draft = { ...withValues({ consumption: 'lots', fullChargeEnergykWh: '0' }), ports: [emptyPort()] }
  expect(checkDraft(draft)).toEqual({
    faults: {
      consumption: 'must be a number',
      fullChargeEnergykWh: 'must be at least 1',
      'chargingPorts[0].macAddress': expect.stringContaining('must be a MAC address'),
    },
  })
})

test('tokens are the lines that are not empty; a curve is sent whole, and what is no number gets the contract’s sentence', () => {
  const draft = draftOf(bus, 'de-DE')
  const curve = [
    { ...emptyPoint(), soc: '0', powerkW: '150' },
    { ...emptyPoint(), soc: '80,5', powerkW: '40' },
  ]
  expect(patchOf(bus, checked({ ...draft, curve, tokens: ' 04A2B3 \n\nDE*RL*1\n' }))).toEqual({
    tokens: ['04A2B3', 'DE*RL*1'],
    chargingCurve: [
      { soc: 0, powerkW: 150 },
      { soc: 80.5, powerkW: 40 },
    ],
  })
  expect(checkDraft({ ...draft, curve: [{ ...emptyPoint(), soc: 'half', powerkW: '' }] })).toEqual({
    faults: expect.objectContaining({ 'chargingCurve[0].soc': 'must be a number' }),
  })
})

test('an address in any accepted form is the same port', () => {
  const ports = [{ ...emptyPort(), macAddress: '001a2b3c4d5e' }]
  const { fields } = checked({ ...draftOf(bus, 'de-DE'), ports })
  expect(fields.get('chargingPorts.00:1A:2B:3C:4D:5E')).toEqual({ type: 'CCS2', inactive: false })
})

test('an address that is typed twice is sent twice, so that the server says so', () => {
  const port = { macAddress: '00:1A:2B:3C:4D:5E', type: 'CCS2' as const }
  const fields = fieldsOf({ chargingPorts: [port] })
  const draft = draftOf(fields, 'de-DE')
  const twice = { ...draft, ports: [...draft.ports, { ...emptyPort(), ...port }] }
  expect(patchOf(fields, checked(twice))).toEqual({ chargingPorts: [port, port] })
})

test('a power or an energy that may be fifteen hundred or one and a half is asked for again', () => {
  const draft = withValues({
    minPreconditioningPowerkW: '1.500',
    'preconditioning.vehiclePreconditioningEnergykWh': '1,500',
  })
  const curve = [{ ...emptyPoint(), soc: '80', powerkW: '1.500' }]
  const result = checkDraft({ ...draft, curve })
  expect(Object.keys('faults' in result ? result.faults : {}).sort()).toEqual([
    'chargingCurve',
    'chargingCurve[0].powerkW',
    'minPreconditioningPowerkW',
    'preconditioning.vehiclePreconditioningEnergykWh',
  ])
})
