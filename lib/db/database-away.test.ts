import { expect, test } from 'vitest'
import { isDatabaseAway } from '@/lib/db/database-away'

const withCode = (code: string) => Object.assign(new Error(code), { code })

test.each(['ECONNREFUSED', 'CONNECTION_CLOSED', '57P03', '53300'])('%s means that the database is away', (code) => {
  expect(isDatabaseAway(withCode(code))).toBe(true)
  expect(isDatabaseAway(new Error('Failed query', { cause: withCode(code) }))).toBe(true)
})

test.each([withCode('23505'), new Error('a defect'), 'text', null])('%s does not', (error) => {
  expect(isDatabaseAway(error)).toBe(false)
})
