import { describe, expect, test } from 'vitest'
import { bootstrapById, bootstrapBySecret, isBootstrapId } from '@/lib/auth/bootstrap-token'

const SECRET = 'Correct-horse-of-thirty-two-characters'

describe('BOOTSTRAP_REFRESH_TOKEN', () => {
  test('lets its holder in as an administrator of all depots while it is set', () => {
    const who = bootstrapBySecret(SECRET, SECRET)
    expect(who).toMatchObject({ kind: 'token', role: 'admin', locationUids: null })
    expect(bootstrapById(who?.id ?? '', SECRET)).toEqual(who)
  })

  test('lets nobody in once it is unset, nor with its access tokens', () => {
    const id = bootstrapBySecret(SECRET, SECRET)?.id ?? ''
    expect(bootstrapBySecret(SECRET, undefined)).toBeNull()
    expect(bootstrapById(id, undefined)).toBeNull()
  })

  test('when it is changed ends the access tokens of the old one', () => {
    const id = bootstrapBySecret(SECRET, SECRET)?.id ?? ''
    expect(bootstrapById(id, `${SECRET}!`)).toBeNull()
  })

  test.each(['', SECRET.slice(0, -1), `${SECRET} `, SECRET.toUpperCase()])('is not %j', (presented) => {
    expect(bootstrapBySecret(presented, SECRET)).toBeNull()
  })

  test('has an id that does not tell the secret', () => {
    const id = bootstrapBySecret(SECRET, SECRET)?.id ?? ''
    expect(isBootstrapId(id)).toBe(true)
    expect(id).not.toContain(SECRET.slice(0, 8))
  })
})
