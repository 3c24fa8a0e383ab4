import { expect, test } from 'vitest'
import { call, unique } from '@/e2e/api/client'
import { rawRequest } from '@/e2e/api/raw-request'

function expectProtected(headers: { get: (name: string) => string | null | undefined }): void {
  expect(headers.get('content-security-policy')).toMatch(/default-src 'none'.*frame-ancestors 'none'/)
  expect(headers.get('x-content-type-options')).toBe('nosniff')
  expect(headers.get('referrer-policy')).toBe('same-origin')
  expect(headers.get('permissions-policy')).toContain('camera=()')
}

test.each([
  ['a list', 'GET', '/vehicles', 200],
  ['a wrong method', 'DELETE', '/locations/none', 405],
  ['an unknown path', 'GET', '/none', 404],
  ['an unknown vehicle', 'GET', '/vehicles/none', 404],
  ['a broken escape', 'GET', '/vehicles/%', 400],
  ['the open description', 'GET', '/openapi.json', 200],
  ['the health check', 'GET', '/health/live', 200],
])('the answer to %s says how browsers treat it', async (_, method, path, status) => {
  const answer = await call(method, path)
  expect(answer.status).toBe(status)
  expectProtected(answer.headers)
})

test('so do a stranger’s 401, what was created, and an answer without a body', async () => {
  const id = unique('bus')
  const answers = [
    await call('GET', '/vehicles', { token: null }),
    await call('PUT', `/vehicles/${id}`, { body: {} }),
    await call('DELETE', `/vehicles/${id}`),
  ]
  expect(answers.map(({ status }) => status)).toEqual([401, 201, 204])
  for (const { headers } of answers) expectProtected(headers)
})

test('so does the refusal of a request of which no URL can be made', async () => {
  const answer = await rawRequest(['GET /api/vehicles HTTP/1.1'], '', 'a b')
  expect(answer.status).toBe(400)
  expectProtected(answer.headers)
})

test('what is behind the door is stored by nobody', async () => {
  expect((await call('GET', '/vehicles')).headers.get('cache-control')).toBe('no-store')
})
