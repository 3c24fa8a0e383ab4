import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applyMerge, mergeVehicle, type Side } from '@/components/fleet/merge-vehicle'
import { type FieldName, fieldsOf } from '@/components/fleet/vehicle-fields'
import { anyVehicle } from '@/components/fleet/vehicle-fields.arbitrary'
import type { VehicleInput } from '@/lib/contract/vehicle'

const base: VehicleInput = {
  name: 'Bus 7',
  maxChargePowerkW: 150,
  fullChargeEnergykWh: 420,
  locationUid: ['north'],
  chargingPorts: [{ macAddress: '00:00:00:00:00:0A', type: 'CCS2' }],
  preconditioning: { vehiclePreconditioningEnergykWh: 8 },
}
const secondPort = { macAddress: '00:00:00:00:00:0B', type: 'CCS2' as const }
const portOff = { macAddress: '00:00:00:00:00:0A', type: 'CCS2' as const, inactive: true }

type Row = {
  title: string
  theirs: VehicleInput
  mine: VehicleInput
  kept: FieldName[]
  saved: FieldName[]
  asked: FieldName[]
}

const table: Row[] = [
  {
    title: 'different fields are both kept',
    theirs: { name: 'Bus 70' },
    mine: { maxChargePowerkW: 120 },
    kept: ['name'],
    saved: ['maxChargePowerkW'],
    asked: [],
  },
  {
    title: 'one field with two values is asked',
    theirs: { maxChargePowerkW: 80 },
    mine: { maxChargePowerkW: 120 },
    kept: [],
    saved: [],
    asked: ['maxChargePowerkW'],
  },
  {
    title: 'one field with the same value is settled',
    theirs: { maxChargePowerkW: 80 },
    mine: { maxChargePowerkW: 80 },
    kept: ['maxChargePowerkW'],
    saved: [],
    asked: [],
  },
  {
    title: 'a cleared field against a new value is asked',
    theirs: { fullChargeEnergykWh: null },
    mine: { fullChargeEnergykWh: 440 },
    kept: [],
    saved: [],
    asked: ['fullChargeEnergykWh'],
  },
  {
    title: 'parts of one object are fields of their own',
    theirs: { preconditioning: { vehiclePreconditioningEnergykWh: 8, batteryPreconditioningTimeMs: 60_000 } },
    mine: { preconditioning: null },
    kept: ['preconditioning.batteryPreconditioningTimeMs'],
    saved: ['preconditioning.vehiclePreconditioningEnergykWh'],
    asked: [],
  },
  {
    title: 'another port does not touch this one',
    theirs: { chargingPorts: [portOff] },
    mine: { chargingPorts: [...(base.chargingPorts ?? []), secondPort] },
    kept: ['chargingPorts.00:00:00:00:00:0A'],
    saved: ['chargingPorts.00:00:00:00:00:0B'],
    asked: [],
  },
  {
    title: 'a removed port against a changed one is asked',
    theirs: { chargingPorts: [portOff] },
    mine: { chargingPorts: [] },
    kept: [],
    saved: [],
    asked: ['chargingPorts.00:00:00:00:00:0A'],
  },
  {
    title: 'a depot added by one and another removed by the other are both done',
    theirs: { locationUid: ['north', 'south'] },
    mine: { locationUid: [] },
    kept: ['locationUid.south'],
    saved: ['locationUid.north'],
    asked: [],
  },
]

test.each(table)('$title', ({ theirs, mine, kept, saved, asked }) => {
  const merge = mergeVehicle(fieldsOf(base), fieldsOf({ ...base, ...theirs }), fieldsOf({ ...base, ...mine }))
  const names = (changes: readonly { field: FieldName }[]) => changes.map(({ field }) => field)
  expect({ kept: names(merge.theirs), saved: names(merge.mine), asked: names(merge.collisions) }).toEqual({
    kept,
    saved,
    asked,
  })
})

const three = fc.record({
  base: anyVehicle,
  theirs: anyVehicle,
  mine: anyVehicle,
  choose: fc.func(fc.constantFrom<Side>('theirs', 'mine')),
})

/** A field of two people's changes, decided alone: who changed it has it, and where both did, the choice. */
function modelOf<T>(base: T, theirs: T, mine: T, choice: Side): T {
  const [b, t, m] = [base, theirs, mine].map((value) => JSON.stringify(value))
  if (t === b) return mine
  if (m === b) return theirs
  return choice === 'mine' ? mine : theirs
}

describe('whatever two people change', () => {
  test('every field ends as the one who changed it wants, or as was chosen', () => {
    fc.assert(
      fc.property(three, ({ choose, ...vehicles }) => {
        const [b, t, m] = [vehicles.base, vehicles.theirs, vehicles.mine].map(fieldsOf) as [Fields, Fields, Fields]
        const merge = mergeVehicle(b, t, m)
        const choices = new Map(merge.collisions.map(({ field }) => [field, choose(field)]))
        const merged = applyMerge(t, merge, choices)
        for (const field of new Set([...b.keys(), ...t.keys(), ...m.keys()]))
          expect(merged.get(field)).toEqual(
            modelOf(b.get(field), t.get(field), m.get(field), choices.get(field) ?? 'theirs'),
          )
      }),
    )
  })

  test('nobody is asked about what only one of them changed, and each sees the other’s side the same way', () => {
    fc.assert(
      fc.property(three, (vehicles) => {
        const [b, t, m] = [vehicles.base, vehicles.theirs, vehicles.mine].map(fieldsOf) as [Fields, Fields, Fields]
        expect(mergeVehicle(b, b, m).collisions).toEqual([])
        expect(mergeVehicle(b, t, b)).toMatchObject({ mine: [], collisions: [] })
        const asked = (merge: ReturnType<typeof mergeVehicle>) => merge.collisions.map(({ field }) => field).sort()
        expect(asked(mergeVehicle(b, t, m))).toEqual(asked(mergeVehicle(b, m, t)))
      }),
    )
  })
})

type Fields = ReturnType<typeof fieldsOf>
