import { hkdfSync } from 'node:crypto'
import { env } from '@/lib/env'

/** What a derived key is for. One purpose's key opens nothing of another's. */
export type KeyPurpose = 'access tokens' | 'staff sessions' | 'known browsers'

/**
 * Derives a 256-bit key from APP_SECRET (HKDF-SHA-256, RFC 5869), so that the secret itself signs nothing and each
 * purpose has a key of its own. The same on every instance.
 * @throws when APP_SECRET is not set: the launcher sets it, for the embedded database too
 */
export function deriveKey(purpose: KeyPurpose, secret = env().appSecret): Buffer {
  if (!secret)
    throw new Error('APP_SECRET is not set. Start the app with npm start, which makes one for the embedded database.')
  return Buffer.from(hkdfSync('sha256', secret, 'readyline', purpose, 32))
}
