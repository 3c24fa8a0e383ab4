import { DrizzleQueryError } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { describeError } from '@/lib/describe-error'

const failed = new DrizzleQueryError(
  'select * from session where token = $1 and x = $2',
  ['secret-one', 'secret\n-two'],
  Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED', parameters: ['secret-one'] }),
)

test('the log learns which query failed and why, not with which parameters', () => {
  const described = describeError(new Error('outer', { cause: failed }))
  const text = JSON.stringify(described)
  expect(text).toContain('select * from session where token = $1')
  expect(text).toContain('ECONNREFUSED')
  expect(text).not.toContain('secret')
})

test('the log keeps where it happened', () => {
  expect(describeError(failed)).toMatchObject({ stack: expect.stringContaining('describe-error.test.ts') })
  expect(describeError(new TypeError('x'))).toMatchObject({ type: 'TypeError', message: 'x' })
})

test('an error that causes itself is described, and what is no error is left as it is', () => {
  const circle = new Error('circle')
  circle.cause = circle
  expect(describeError(circle)).toMatchObject({ message: 'circle', cause: { message: 'circle' } })
  expect(describeError('words')).toBe('words')
})
