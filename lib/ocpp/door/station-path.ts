import { isStationId } from '@/lib/contract/station'

/** Where stations connect: `/ocpp/{stationId}`. */
const PREFIX = '/ocpp/'

/** Whether the path of a request line is the gateway's. */
export function isStationPath(path: string): boolean {
  return path.startsWith(PREFIX)
}

/**
 * The identity in a path; a slash at its end is forgiven.
 * @returns 'malformed' for a broken % escape; 'no identity' when it cannot be one
 */
export function stationIdOf(path: string): { id: string } | 'malformed' | 'no identity' {
  const written = path.slice(PREFIX.length).split(/[?#]/, 1)[0] ?? ''
  try {
    const id = decodeURIComponent(written.replace(/\/$/, ''))
    return isStationId(id) ? { id } : 'no identity'
  } catch {
    return 'malformed'
  }
}
