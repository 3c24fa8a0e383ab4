import { readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, test } from 'vitest'
import { call } from '@/e2e/api/client'
import type { Operation } from '@/lib/contract/operation'
import { operations } from '@/lib/contract/operations'

const FOLDER = resolve('app/api')
const METHODS = ['GET', 'PUT', 'PATCH', 'POST', 'DELETE', 'HEAD', 'OPTIONS']

/** The calls that nobody needs to be known for; the contract's list, by hand. */
const OPEN = [
  'GET /openapi.json',
  'GET /health/live',
  'GET /health/ready',
  'GET /auth/refreshAccessToken',
  'POST /session',
  'POST /session/password',
  'POST /setup',
]

const all: Operation[] = Object.values(operations)
const nameOf = ({ method, path }: { method: string; path: string }) => `${method} ${path}`

/** Every handler that a route file exports, with the path of its folder. */
async function handlers(): Promise<{ name: string; operation: Operation | undefined }[]> {
  const files = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /(^|[\\/])route\.ts$/.test(file),
  )
  const found = await Promise.all(
    files.map(async (file) => {
      const exported = (await import(/* @vite-ignore */ pathToFileURL(join(FOLDER, file)).href)) as Record<
        string,
        unknown
      >
      const path = `/${file
        .replaceAll('\\', '/')
        .replace(/\/?route\.ts$/, '')
        .replace(/\[(\w+)\]/g, '{$1}')}`
      return METHODS.filter((method) => method in exported).map((method) => ({
        name: nameOf({ method, path }),
        operation: (exported[method] as { operation?: Operation }).operation,
      }))
    }),
  )
  return found.flat()
}

test('each route is a declared operation at its own path and method, and each operation has a route', async () => {
  const found = await handlers()
  expect(found.map(({ name, operation }) => `${name} = ${operation && nameOf(operation)}`)).toEqual(
    found.map(({ name }) => `${name} = ${name}`),
  )
  expect(found.map(({ name }) => name).sort()).toEqual(all.map(nameOf).sort())
})

test('exactly the listed calls are open', () => {
  expect(
    all
      .filter(({ permission }) => permission === 'open')
      .map(nameOf)
      .sort(),
  ).toEqual(OPEN.toSorted())
})

describe.each(all.filter(({ permission }) => permission !== 'open').map((operation) => [nameOf(operation), operation]))(
  '%s',
  (_, { method, path }) => {
    const somewhere = path.replace(/\{\w+\}/g, 'x')

    test.each([
      ['no token', undefined],
      ['a token of nobody', 'Bearer abc.def.ghi'],
      ['another scheme', 'Basic YTpi'],
      ['a forged session', undefined],
    ])('is 401 for a stranger with %s', async (kind, authorization) => {
      const headers: Record<string, string> = authorization ? { authorization } : {}
      if (kind === 'a forged session') headers.cookie = 'readyline.session_token=forged.forged'
      const answer = await call(method, somewhere, { token: null, headers, body: method === 'GET' ? undefined : {} })
      expect(answer.status).toBe(401)
      expect(answer.headers.get('www-authenticate')).toContain('Bearer')
      expect(answer.headers.get('content-type')).toBe('application/problem+json')
    })
  },
)
