import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { changedAttributes, mergeChanges, pick } from '@/components/vehicle/merge-changes'
import { bodyOf, draftOf, type VehicleBody } from '@/components/vehicle/vehicle-draft'
import { VehicleInput } from '@/lib/contract/vehicle'

const base: VehicleBody = { name: 'Bus 1', maxChargePowerkW: 150, notes: null, chargingPorts: [] }

describe('mergeChanges', () => {
  test('changes to different attributes are both kept', () => {
    const merge = mergeChanges(base, { ...base, name: 'Aurora' }, { ...base, maxChargePowerkW: 180 })
    expect(merge).toEqual({ mine: ['name'], theirs: ['maxChargePowerkW'], conflicts: [] })
  })

  test('different changes to one attribute are a conflict', () => {
    const merge = mergeChanges(base, { ...base, name: 'Aurora' }, { ...base, name: 'Borealis' })
    expect(merge).toEqual({
      mine: [],
      theirs: [],
      conflicts: [{ attribute: 'name', mine: 'Aurora', theirs: 'Borealis' }],
    })
  })

  test('the same change by both is no conflict and nothing to send', () => {
    const merge = mergeChanges(base, { ...base, name: 'Aurora' }, { ...base, name: 'Aurora' })
    expect(merge).toEqual({ mine: [], theirs: [], conflicts: [] })
  })

  test('every change of mine is either sent, or a conflict, or also theirs', () => {
    const version: fc.Arbitrary<VehicleBody> = fc.record({
      name: fc.constantFrom('a', 'b', null),
      maxChargePowerkW: fc.constantFrom(1, 2, null),
      supportsPauseResume: fc.boolean(),
      notes: fc.constantFrom('x', null),
    })
    fc.assert(
      fc.property(version, version, version, (start, mine, theirs) => {
        const merge = mergeChanges(start, mine, theirs)
        const result = {
          ...theirs,
          ...pick(mine, merge.mine),
          ...pick(
            mine,
            merge.conflicts.map(({ attribute }) => attribute),
          ),
        }
        for (const attribute of changedAttributes(start, mine))
          expect(result[attribute] ?? null).toEqual(mine[attribute] ?? null)
        for (const attribute of merge.theirs) expect(result[attribute] ?? null).toEqual(theirs[attribute] ?? null)
      }),
    )
  })
})

describe('a draft', () => {
  const vehicle = {
    id: 'bus-1',
    name: 'Bus 1',
    fullChargeEnergykWh: 350.5,
    minChargePowerkW: 0,
    supportsPauseResume: true,
    enableChargeScheduling: true,
    locationUid: ['north'],
    chargingPorts: [{ macAddress: '00:1A:2B:3C:4D:5E', type: 'CCS2' as const }],
    evMacAddress: '00:1A:2B:3C:4D:5E',
    preconditioning: { vehiclePreconditioningTimeMs: 1_800_000 },
  }

  test('that nobody touched has no changes and is valid by the contract', () => {
    const body = bodyOf(draftOf(vehicle))
    expect(changedAttributes(body, bodyOf(draftOf(vehicle)))).toEqual([])
    expect(VehicleInput.safeParse(body).success).toBe(true)
  })

  test('reads a decimal comma, and minutes as the API’s milliseconds', () => {
    const body = bodyOf({ ...draftOf(vehicle), fullChargeEnergykWh: '420,5', batteryMinutes: '10' })
    expect(body).toMatchObject({
      fullChargeEnergykWh: 420.5,
      preconditioning: { batteryPreconditioningTimeMs: 600_000 },
    })
  })

  test('what is no number is refused by the contract under its own path', () => {
    const parsed = VehicleInput.safeParse(
      bodyOf({
        ...draftOf(vehicle),
        maxChargePowerkW: 'much',
        chargingPorts: [{ key: 0, macAddress: 'no', type: 'CCS2', inactive: false }],
      }),
    )
    expect(parsed.error?.issues.map(({ path }) => path.join('.')).sort()).toEqual([
      'chargingPorts.0.macAddress',
      'maxChargePowerkW',
    ])
  })
})
