import { createHmac, generateKeyPairSync, sign } from 'node:crypto'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { ACCESS_TOKEN_MS, readAccessToken, signAccessToken } from '@/lib/auth/access-token'
import { deriveKey } from '@/lib/auth/keys'

const SECRET = 'a secret of at least thirty-two characters'
const NOW = Date.UTC(2026, 10, 22, 17, 30)
const seconds = (instant: number) => Math.floor(instant / 1000)

const HEADER = { alg: 'HS256', typ: 'at+jwt' }
const CLAIMS = {
  iss: 'readyline',
  aud: 'readyline-api',
  sub: 'token-1',
  iat: seconds(NOW),
  exp: seconds(NOW + ACCESS_TOKEN_MS),
}

const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
/** Makes a JWT by hand, so that the tests do not share the library that they test. */
function jwt(header: object, claims: object, mac: (text: string) => Buffer | string): string {
  const text = `${part(header)}.${part(claims)}`
  return `${text}.${Buffer.from(mac(text)).toString('base64url')}`
}
const hmac =
  (key: Buffer | string, hash = 'sha256') =>
  (text: string) =>
    createHmac(hash, key).update(text).digest()
const own = () => hmac(deriveKey('access tokens', SECRET))

beforeAll(() => {
  vi.stubEnv('APP_SECRET', SECRET)
})

describe('an access token', () => {
  test('that we signed is read back to its refresh token', async () => {
    const { token } = await signAccessToken('token-1', null, NOW)
    expect(await readAccessToken(token, NOW)).toBe('token-1')
  })

  test('made by hand with our key, type, issuer and audience is one of ours (so the refusals below mean something)', async () => {
    expect(await readAccessToken(jwt(HEADER, CLAIMS, own()), NOW)).toBe('token-1')
  })

  test('holds 8 hours, to the second', async () => {
    const { token, validUntil } = await signAccessToken('token-1', null, NOW)
    expect(validUntil).toBe(NOW + ACCESS_TOKEN_MS)
    expect(await readAccessToken(token, validUntil - 1)).toBe('token-1')
    expect(await readAccessToken(token, validUntil)).toBeNull()
  })

  test('never outlives its refresh token', async () => {
    const { validUntil } = await signAccessToken('token-1', NOW + 60_500, NOW)
    expect(validUntil).toBe(NOW + 60_000)
  })

  const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const pem = rsa.publicKey.export({ type: 'spki', format: 'pem' }) as string
  const attacks: [string, () => string][] = [
    ['alg none without a signature', () => jwt({ ...HEADER, alg: 'none' }, CLAIMS, () => '')],
    ['alg None in another case', () => jwt({ ...HEADER, alg: 'nOnE' }, CLAIMS, () => '')],
    ['alg none with our signature', () => jwt({ ...HEADER, alg: 'none' }, CLAIMS, own())],
    ['no alg', () => jwt({ typ: 'at+jwt' }, CLAIMS, own())],
    [
      'another HMAC with our key',
      () => jwt({ ...HEADER, alg: 'HS512' }, CLAIMS, hmac(deriveKey('access tokens', SECRET), 'sha512')),
    ],
    [
      'RS256 with a key pair of the attacker',
      () => jwt({ ...HEADER, alg: 'RS256' }, CLAIMS, (text) => sign('sha256', Buffer.from(text), rsa.privateKey)),
    ],
    [
      'a key of the attacker in the header',
      () =>
        jwt({ ...HEADER, alg: 'RS256', jwk: rsa.publicKey.export({ format: 'jwk' }) }, CLAIMS, (text) =>
          sign('sha256', Buffer.from(text), rsa.privateKey),
        ),
    ],
    ['HS256 keyed with a public key', () => jwt(HEADER, CLAIMS, hmac(pem))],
    ['HS256 keyed with nothing', () => jwt(HEADER, CLAIMS, hmac(''))],
    ['the app secret itself as key', () => jwt(HEADER, CLAIMS, hmac(SECRET))],
    ['the key of the staff sessions', () => jwt(HEADER, CLAIMS, hmac(deriveKey('staff sessions', SECRET)))],
    ['the key of another installation', () => jwt(HEADER, CLAIMS, hmac(deriveKey('access tokens', `${SECRET}!`)))],
    ['a type that is not an access token', () => jwt({ ...HEADER, typ: 'JWT' }, CLAIMS, own())],
    ['no type', () => jwt({ alg: 'HS256' }, CLAIMS, own())],
    ['an extension that must be understood', () => jwt({ ...HEADER, crit: ['x'], x: 1 }, CLAIMS, own())],
    ['another issuer', () => jwt(HEADER, { ...CLAIMS, iss: 'someone' }, own())],
    ['another audience', () => jwt(HEADER, { ...CLAIMS, aud: 'someone-api' }, own())],
    ['no audience', () => jwt(HEADER, { ...CLAIMS, aud: undefined }, own())],
    ['no subject', () => jwt(HEADER, { ...CLAIMS, sub: undefined }, own())],
    ['no end', () => jwt(HEADER, { ...CLAIMS, exp: undefined }, own())],
    ['an end in words', () => jwt(HEADER, { ...CLAIMS, exp: 'never' }, own())],
    ['an end that is over', () => jwt(HEADER, { ...CLAIMS, exp: seconds(NOW) - 1 }, own())],
    ['a beginning to come', () => jwt(HEADER, { ...CLAIMS, nbf: seconds(NOW) + 60 }, own())],
    [
      'a changed subject under the old signature',
      () => {
        const [header, , signature] = jwt(HEADER, CLAIMS, own()).split('.')
        return `${header}.${part({ ...CLAIMS, sub: 'token-2' })}.${signature}`
      },
    ],
    ['a signature that is cut', () => jwt(HEADER, CLAIMS, own()).slice(0, -4)],
    ['a fourth part', () => `${jwt(HEADER, CLAIMS, own())}.x`],
    ['nothing', () => ''],
    ['no JWT', () => 'rl_0123456789'],
    ['a JWT of a megabyte', () => jwt(HEADER, { ...CLAIMS, more: 'x'.repeat(1_000_000) }, own())],
  ]

  test.each(attacks)('with %s is refused', async (_, make) => {
    expect(await readAccessToken(make(), NOW)).toBeNull()
  })

  test('that was read before is still refused after its end', async () => {
    const { token } = await signAccessToken('token-3', NOW + 10_000, NOW)
    expect(await readAccessToken(token, NOW)).toBe('token-3')
    expect(await readAccessToken(token, NOW + 10_000)).toBeNull()
  })
})
