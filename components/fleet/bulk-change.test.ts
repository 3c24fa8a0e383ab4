import { describe, expect, it } from 'vitest'
import { bulkChange, bulkRows, NO_CHANGE } from '@/components/fleet/bulk-change'
import { chooseAll, chooseRows } from '@/components/fleet/choose-rows'

describe('bulkChange', () => {
  it('says only what was typed or chosen', () => {
    expect(bulkChange(NO_CHANGE)).toEqual({ said: {}, wrong: [] })
    expect(
      bulkChange({
        ...{ ...NO_CHANGE, evModel: ' U12 ', maxChargePowerkW: '150,5', locationUid: 'south' },
        ...{ supportsPauseResume: 'off', enableChargeScheduling: 'on' },
      }),
    ).toEqual({
      said: {
        ...{ evModel: 'U12', maxChargePowerkW: 150.5, locationUid: ['south'] },
        ...{ supportsPauseResume: false, enableChargeScheduling: true },
      },
      wrong: [],
    })
  })

  it('names what is no number', () => {
    expect(bulkChange({ ...NO_CHANGE, fullChargeEnergykWh: 'many', minChargePowerkW: '5' }).wrong).toEqual([
      'fullChargeEnergykWh',
    ])
  })
})

describe('bulkRows', () => {
  it('is a row a vehicle, and none where nothing is said', () => {
    expect(bulkRows(['a', 'b'], {})).toEqual([])
    expect(bulkRows(['a', 'b'], { evModel: 'U12' })).toEqual([
      { line: 1, vehicleId: 'a', said: { evModel: 'U12' }, faults: [] },
      { line: 2, vehicleId: 'b', said: { evModel: 'U12' }, faults: [] },
    ])
  })
})

describe('choosing rows', () => {
  const ids = ['a', 'b', 'c', 'd', 'e']
  const sorted = (chosen: ReadonlySet<string>) => [...chosen].sort().join('')

  it.each([
    ['', 'c', null, 'c'],
    ['c', 'c', null, ''],
    ['b', 'd', 'b', 'bcd'],
    ['d', 'b', 'd', 'bcd'],
    ['abcde', 'b', 'd', 'ae'],
    ['a', 'c', 'gone', 'ac'],
  ])('%s, then %s after %s, is %s', (before, id, anchor, after) => {
    expect(sorted(chooseRows(new Set(before), ids, { id, anchor }))).toBe(after)
  })

  it('of all takes those that are shown, or none', () => {
    expect(sorted(chooseAll(new Set(['a', 'x']), ids))).toBe('abcde')
    expect(sorted(chooseAll(new Set(['x', ...ids]), ids))).toBe('')
  })
})
