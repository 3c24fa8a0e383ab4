import { hashSecret, sameSecret } from '@/lib/auth/secret'
import type { Principal } from '@/lib/context'
import { env } from '@/lib/env'

const PREFIX = 'bootstrap-'

/**
 * The refresh token that exists while BOOTSTRAP_REFRESH_TOKEN is set. Nothing of it is stored: its id says which secret
 * it stands for, so every instance that has the same one accepts its access tokens, and a changed one ends them.
 */
function bootstrapId(secret: string): string {
  return PREFIX + hashSecret(secret).slice(0, 16)
}

function principal(secret: string): Principal {
  return { kind: 'token', id: bootstrapId(secret), name: 'BOOTSTRAP_REFRESH_TOKEN', role: 'admin', locationUids: null }
}

/** Who presents this secret, when it is the bootstrap token's. */
export function bootstrapBySecret(presented: string, secret = env().bootstrapRefreshToken): Principal | null {
  return secret && sameSecret(presented, secret) ? principal(secret) : null
}

/** Who this id of an access token stands for, when it is the present bootstrap token's. */
export function bootstrapById(id: string, secret = env().bootstrapRefreshToken): Principal | null {
  return secret && id === bootstrapId(secret) ? principal(secret) : null
}

/** Ids that no stored token has: what begins so is looked up in the configuration alone. */
export function isBootstrapId(id: string): boolean {
  return id.startsWith(PREFIX)
}
