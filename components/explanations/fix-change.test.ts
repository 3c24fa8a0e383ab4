import { describe, expect, test } from 'vitest'
import { isAsSeen, type StayFix, stayChangeOf } from '@/components/explanations/fix-change'

const stay = { id: 's1', targetSoC: 95, priority: 2, plannedDepartureTime: '2026-11-23T03:10:00.000Z' }
const FIXES: StayFix[] = [
  { kind: 'lower-target', targetSoc: 82 },
  { kind: 'later-departure', byMinutes: 25, to: '2026-11-23T03:35:00.000Z' },
  { kind: 'higher-priority', priority: 3, costs: [] },
]

describe('the change that a fix is', () => {
  test('touches what the fix speaks of and nothing else', () => {
    expect(FIXES.map((fix) => stayChangeOf(fix, stay).apply)).toEqual([
      { id: 's1', targetSoC: 82 },
      { id: 's1', plannedDepartureTime: '2026-11-23T03:35:00.000Z' },
      { id: 's1', priority: 3 },
    ])
  })

  test('below the minimum lowers the minimum too, and gives the stay back the one that it had', () => {
    const fix: StayFix = { kind: 'lower-target', targetSoc: 62, minimumSoC: 62 }
    const change = stayChangeOf(fix, { ...stay, minimumSoC: 80 })
    expect(change.apply).toEqual({ id: 's1', targetSoC: 62, minimumSoC: 62 })
    expect(change.undo).toEqual({ id: 's1', targetSoC: 95, minimumSoC: 80 })
    expect(stayChangeOf(fix, stay).undo).toEqual({ id: 's1', targetSoC: 95, minimumSoC: null })
  })

  test.each(FIXES)('of %j, taken back, leaves the stay as it was', (fix) => {
    const change = stayChangeOf(fix, stay)
    expect({ ...stay, ...change.apply }).not.toEqual(stay)
    expect({ ...stay, ...change.apply, ...change.undo }).toEqual(stay)
  })
})

test('a stay is as it was seen while what a change touches is stored so', () => {
  const seen = { id: 's1', targetSoC: 95, minimumSoC: null, plannedDepartureTime: '2026-11-23T03:10:00Z' }
  expect(isAsSeen(stay, seen)).toBe(true)
  expect(isAsSeen({ ...stay, priority: 5 }, seen)).toBe(true)
  expect(isAsSeen({ ...stay, targetSoC: 80 }, seen)).toBe(false)
  expect(isAsSeen({ ...stay, minimumSoC: 60 }, seen)).toBe(false)
  expect(isAsSeen({ ...stay, plannedDepartureTime: '2026-11-23T03:11:00.000Z' }, seen)).toBe(false)
})
