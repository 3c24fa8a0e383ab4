import { isPassword } from '@/lib/stations/password'

/** What is known of the identity that knocks; null: no such station is registered. */
export type KnownStation = { passwordHash: string | null; allowWithoutPassword: boolean }

/** Failures in the minute that runs, and how long it still runs. */
export type Failures = { count: number; waitMs: number }

export type Verdict =
  | { admitted: true }
  /** `counts`: a failure of this identity and address, which is listed as waiting. */
  | { admitted: false; status: 401 | 429; reason: string; counts: boolean; retryAfterMs?: number }

export const MOST_OF_IDENTITY = 10
export const MOST_OF_ADDRESS = 60

/**
 * Who may connect. Right passwords of identities without failures always come in, whatever their neighbours do; all
 * others wait while there were too many failures for the identity or from the address.
 * @param password as it was sent; null: none
 */
export function judgeEntry(
  station: KnownStation | null,
  password: Buffer | null,
  failures: { identity: Failures; address: Failures },
): Verdict {
  const reason = refusalOf(station, password)
  const { identity, address } = failures
  if (reason === null && identity.count === 0) return { admitted: true }
  const waits = [
    identity.count >= MOST_OF_IDENTITY ? identity.waitMs : 0,
    address.count >= MOST_OF_ADDRESS ? address.waitMs : 0,
  ]
  const retryAfterMs = Math.max(...waits)
  if (retryAfterMs > 0)
    return { admitted: false, status: 429, reason: 'Too many failed attempts.', counts: false, retryAfterMs }
  return reason === null ? { admitted: true } : { admitted: false, status: 401, reason, counts: true }
}

function refusalOf(station: KnownStation | null, password: Buffer | null): string | null {
  if (!station) return 'No station of this identity is registered.'
  if (password === null)
    return station.allowWithoutPassword ? null : 'It sent no password for its identity (HTTP Basic authentication).'
  if (station.passwordHash === null)
    return station.allowWithoutPassword ? null : 'No password has been made for this station yet.'
  return isPassword(password, station.passwordHash) ? null : 'Its password is wrong.'
}
