import { beforeAll, describe, expect, test } from 'vitest'
import { adminToken, call, tokenFor } from '@/e2e/api/client'
import { callAs, makeStaff } from '@/e2e/api/staff-client'
import type { Operation } from '@/lib/contract/operation'
import { operations } from '@/lib/contract/operations'

/** What needs nobody to be known. Whatever is added here has to be argued for. */
const OPEN = ['getLive', 'getOpenApi', 'getReady', 'refreshAccessToken', 'resetPassword', 'setup', 'signIn']

const all: Operation[] = Object.values(operations)
const closed = all.filter((operation) => operation.permission !== 'open')
const pathOf = (operation: Operation) => operation.path.replace(/\{\w+\}/g, 'nothing')
const bodyOf = (operation: Operation) => (operation.body ? { body: {} } : {})
const title = (operation: Operation) => [`${operation.method} ${operation.path}`, operation] as const

test('only what is listed here is open', () => {
  const open = all.filter((operation) => operation.permission === 'open').map(({ id }) => id)
  expect(open.sort()).toEqual(OPEN)
})

describe('every other call', () => {
  let revoked = ''
  beforeAll(async () => {
    const made = await call('POST', '/auth/tokens', { body: { name: 'revoked', role: 'admin' } })
    revoked = (await call('GET', '/auth/refreshAccessToken', { token: made.body.refreshToken })).body.token
    await call('DELETE', `/auth/tokens/${made.body.id}`)
  })

  test.each(closed.map(title))('%s is a 401 for strangers', async (_, operation) => {
    const path = pathOf(operation)
    const answers = [
      await call(operation.method, path, { token: null, ...bodyOf(operation) }),
      await call(operation.method, path, { token: `${await adminToken()}x`, ...bodyOf(operation) }),
      await call(operation.method, path, { token: revoked, ...bodyOf(operation) }),
    ]
    for (const answer of answers) {
      expect(answer.status).toBe(401)
      expect(answer.headers.get('www-authenticate')).toMatch(/^Bearer/)
      expect(answer.headers.get('content-type')).toBe('application/problem+json')
    }
  })
})

describe('a call that needs a permission', () => {
  const lesser = { write: 'read', admin: 'write' } as const
  const tokens = { read: '', write: '' }
  let cookie = ''
  beforeAll(async () => {
    tokens.read = await tokenFor('read')
    tokens.write = await tokenFor('write')
    cookie = (await makeStaff('admin')).cookie
  })

  test.each(
    closed.flatMap((operation) =>
      operation.permission === 'write' || operation.permission === 'admin'
        ? [[...title(operation), operation.permission] as const]
        : [],
    ),
  )('%s is a 401 for who lacks it', async (_, operation, permission) => {
    const token = tokens[lesser[permission]]
    expect((await call(operation.method, pathOf(operation), { token, ...bodyOf(operation) })).status).toBe(401)
  })

  test.each(closed.filter(({ method }) => method !== 'GET').map(title))(
    '%s is a 401 for another site with an administrator’s cookie',
    async (_, operation) => {
      const from = { origin: 'https://evil.example', ...bodyOf(operation) }
      expect((await callAs(cookie, operation.method, pathOf(operation), from)).status).toBe(401)
    },
  )
})
