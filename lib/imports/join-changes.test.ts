import { describe, expect, it } from 'vitest'
import type { RecordedChange } from '@/lib/audit/list-changes-of'
import { joinChanges } from '@/lib/imports/join-changes'

type Properties = RecordedChange['before']
const change = (before: Properties, after: Properties, objectId = 's1'): RecordedChange => ({
  ...{ kind: 'schedule', objectId, vehicleId: 'bus', locationUids: ['north'] },
  ...{ before, after },
})

describe('joinChanges', () => {
  it('makes what was created and then changed one creation', () => {
    const newest = [
      change({ targetSoC: 80, blockId: '7' }, { targetSoC: 90 }),
      change(null, { targetSoC: 80, blockId: '7', priority: 0 }),
    ]
    expect(joinChanges(newest)).toEqual([change(null, { targetSoC: 90, priority: 0 })])
  })

  it('goes back to what was before the first change, also where that was nothing', () => {
    const newest = [
      change({ targetSoC: 80, blockId: '7' }, { targetSoC: 90, blockId: '8' }),
      change({ targetSoC: 70 }, { targetSoC: 80, blockId: '7' }),
    ]
    expect(joinChanges(newest)).toEqual([change({ targetSoC: 70 }, { targetSoC: 90, blockId: '8' })])
  })

  it.each([
    ['things that are not the same', [change({ a: 1 }, { a: 2 }), change({ a: 1 }, { a: 2 }, 's2')]],
    ['changes with one of another in between', [change({ a: 3 }, { a: 4 }), change({ a: 1 }, { a: 2 })]],
    ['what is created again after it was gone', [change(null, { a: 2 }), change(null, { a: 1 })]],
  ])('leaves %s apart', (_what, newest) => {
    expect(joinChanges(newest)).toEqual(newest)
  })
})
