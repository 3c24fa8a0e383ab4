import { expect, test } from 'vitest'
import { stepAreaClip, stepAreaPath, stepLinePath } from '@/components/charts/step-path'

test('neighbouring steps make one area that stands on the base line', () => {
  const steps = [
    { from: 0, to: 10, y: 4 },
    { from: 10, to: 25, y: 12 },
  ]
  expect(stepAreaPath(steps, 20)).toBe('M0 20V4H10V12H25V20Z')
  expect(stepLinePath(steps)).toBe('M0 4H10V12H25')
})

test('a gap is a gap: no line is drawn across it', () => {
  const steps = [
    { from: 0, to: 10, y: 4 },
    { from: 15, to: 25, y: 12 },
  ]
  expect(stepAreaPath(steps, 20)).toBe('M0 20V4H10V20ZM15 20V12H25V20Z')
  expect(stepLinePath(steps)).toBe('M0 4H10M15 12H25')
})

test('nothing is drawn for nothing', () => {
  expect([stepAreaPath([], 20), stepLinePath([])]).toEqual(['', ''])
})

test('an area clips a box, apart where it has gaps, and nothing clips nothing', () => {
  const steps = [
    { from: 0, to: 20, y: 40 },
    { from: 20, to: 30, y: 10 },
    { from: 50, to: 60, y: 0 },
  ]
  expect(stepAreaClip(steps)).toBe(
    'polygon(0% 100%, 0% 40%, 20% 40%, 20% 10%, 30% 10%, 30% 100%, 50% 100%, 50% 0%, 60% 0%, 60% 100%)',
  )
  expect(stepAreaClip([])).toBeUndefined()
})
