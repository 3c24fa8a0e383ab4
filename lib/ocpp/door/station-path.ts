import { isStationId } from '@/lib/contract/station'

/** Where stations connect: `/ocpp/{stationId}`. */
const PREFIX = '/ocpp/'

/** Whether a request target is the gateway's. */
export function isStationPath(target: string): boolean {
  return target.startsWith(PREFIX)
}

/**
 * The identity in a request target; a slash at its end is forgiven.
 * @returns 'malformed' for a broken % escape; 'no identity' when it cannot be one
 */
export function stationIdOf(target: string): { id: string } | 'malformed' | 'no identity' {
  const path = target.slice(PREFIX.length).split(/[?#]/, 1)[0] ?? ''
  try {
    const id = decodeURIComponent(path.replace(/\/$/, ''))
    return isStationId(id) ? { id } : 'no identity'
  } catch {
    return 'malformed'
  }
}
