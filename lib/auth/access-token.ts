import { jwtVerify, SignJWT } from 'jose'
import { deriveKey } from '@/lib/auth/keys'

const ISSUER = 'readyline'
const AUDIENCE = 'readyline-api'
const TYPE = 'at+jwt'
const ALGORITHM = 'HS256'

/** How long an access token holds, unless its refresh token ends earlier. */
export const ACCESS_TOKEN_MS = 8 * 3_600_000

const LONGEST = 2_048

let importedKey: Promise<CryptoKey> | undefined

/** Imported once: a key that is no bytes but a `CryptoKey` for HMAC cannot be taken for anything else either. */
function key(): Promise<CryptoKey> {
  importedKey ??= crypto.subtle.importKey(
    'raw',
    new Uint8Array(deriveKey('access tokens')),
    { name: 'HMAC', hash: 'SHA-256' },
    false,
    ['sign', 'verify'],
  )
  return importedKey
}

/**
 * Signs an access token (RFC 9068) for a refresh token.
 * @param tokenId the refresh token's id, which becomes the subject
 * @param expiresAt when the refresh token ends, epoch ms; null: never
 * @returns the JWT and the epoch ms until which it is valid, in whole seconds as JWTs have them
 */
export async function signAccessToken(
  tokenId: string,
  expiresAt: number | null,
  now: number,
): Promise<{ token: string; validUntil: number }> {
  const end = Math.min(now + ACCESS_TOKEN_MS, expiresAt ?? Number.POSITIVE_INFINITY)
  const validUntil = Math.floor(end / 1000)
  const token = await new SignJWT()
    .setProtectedHeader({ alg: ALGORITHM, typ: TYPE })
    .setIssuer(ISSUER)
    .setAudience(AUDIENCE)
    .setSubject(tokenId)
    .setIssuedAt(Math.floor(now / 1000))
    .setExpirationTime(validUntil)
    .sign(await key())
  return { token, validUntil: validUntil * 1000 }
}

/**
 * Reads an access token that we signed. Algorithm, type, issuer and audience are pinned (RFC 8725), so that a token
 * cannot choose how it is checked.
 * @returns the refresh token's id, or null when the token is not one of ours or has expired
 */
export async function readAccessToken(token: string, now: number): Promise<string | null> {
  if (token.length > LONGEST) return null
  const known = verified.get(token)
  if (known) return known.expiresAt > now ? known.id : null
  const read = await verify(token, now)
  if (!read) return null
  if (verified.size >= MOST_VERIFIED) verified.clear()
  verified.set(token, read)
  return read.id
}

/** Checking a signature costs about as much as reading a row, and a client sends one token thousands of times. */
const verified = new Map<string, { id: string; expiresAt: number }>()
const MOST_VERIFIED = 1_000

async function verify(token: string, now: number): Promise<{ id: string; expiresAt: number } | null> {
  try {
    const { payload } = await jwtVerify(token, await key(), {
      algorithms: [ALGORITHM],
      issuer: ISSUER,
      audience: AUDIENCE,
      typ: TYPE,
      requiredClaims: ['sub', 'iat', 'exp'],
      currentDate: new Date(now),
    })
    return payload.sub && payload.exp ? { id: payload.sub, expiresAt: payload.exp * 1000 } : null
  } catch {
    return null
  }
}
