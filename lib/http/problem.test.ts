import { expect, test } from 'vitest'
import { problemResponse } from '@/lib/http/problem'

const failed = (code: string) =>
  new Error('Failed query', { cause: Object.assign(new Error('of the server'), { code }) })

test.each([
  ['a full disk of PostgreSQL’s', '53100', /disk of the database is full.*Nothing was stored/],
  ['a full disk of our own', 'ENOSPC', /disk of the database is full/],
  ['a database that is away', 'ECONNREFUSED', /cannot be reached/],
  ['a database that is too busy', '55P03', /too busy.*nothing was stored/],
])('%s is a 503 that says so and when to try again', async (_, code, sentence) => {
  const response = problemResponse(failed(code), '/api/vehicles')
  expect(response.status).toBe(503)
  expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0)
  expect((await response.json()).detail).toMatch(sentence)
})
