import { expect, test } from 'vitest'
import { stepAreaPath, stepLinePath } from '@/components/charts/step-path'

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
