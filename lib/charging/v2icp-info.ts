import { textFault } from '@/lib/contract/primitives'
import { toTimestamp } from '@/lib/contract/timestamp'
import type { V2icpInfo } from '@/lib/contract/vehicle'

/** A V2ICP (VDV 261) message as an event brought it. `at` epoch ms; `message` as the charger sent it. */
export type V2icpEvent = {
  vehicleId: string
  at: number
  macAddress: string | null
  locationUid: string | null
  odometer: number | null
  message: unknown
}

const SEARCH_DEPTH = 4
const LONGEST_TEXT = 1_000
const LONGEST_MESSAGE = 100_000

/** The last message of a vehicle as the contract gives it back: the raw message, and what can be read from it. */
export function v2icpInfo({ vehicleId, at, macAddress, locationUid, odometer, message }: V2icpEvent): V2icpInfo {
  const info = {
    evId: vehicleId,
    evMacAddress: macAddress,
    locationUid,
    odometer: odometer ?? numberIn(message, ['odometer', 'odo', 'mileage']),
    passwordId: textIn(message, ['passwordId', 'password_id', 'pwd_id']),
    response: find(message, ['response']) ?? null,
    timestamp: toTimestamp(at),
    v2icp: message,
    vin: textIn(message, ['vin', 'VIN']),
  }
  return Object.fromEntries(Object.entries(info).filter(([, value]) => value !== null))
}

/** Senders nest the fields differently: the first value of one of these names, outer ones first. */
function find(value: unknown, names: readonly string[], depth = SEARCH_DEPTH): unknown {
  if (typeof value !== 'object' || value === null || depth === 0) return undefined
  const own = names.find((name) => Object.hasOwn(value, name))
  if (own !== undefined) return (value as Record<string, unknown>)[own]
  for (const child of Object.values(value)) {
    const found = find(child, names, depth - 1)
    if (found !== undefined) return found
  }
  return undefined
}

function numberIn(message: unknown, names: readonly string[]): number | null {
  const found = find(message, names)
  return typeof found === 'number' && Number.isFinite(found) && found >= 0 ? found : null
}

function textIn(message: unknown, names: readonly string[]): string | null {
  const found = find(message, names)
  return typeof found === 'string' || typeof found === 'number' ? String(found) : null
}

/** Why a raw message cannot be kept, or null: no text in it may be over 1,000 characters or be no text. */
export function v2icpFault(message: unknown): string | null {
  if (JSON.stringify(message).length > LONGEST_MESSAGE) return `must be at most ${LONGEST_MESSAGE} characters as JSON`
  return faultIn(message)
}

function faultIn(value: unknown): string | null {
  if (typeof value === 'string')
    return value.length > LONGEST_TEXT ? `has a text of over ${LONGEST_TEXT} characters` : textFault(value)
  if (typeof value !== 'object' || value === null) return null
  for (const [name, child] of Object.entries(value)) {
    const fault = faultIn(name) ?? faultIn(child)
    if (fault) return fault
  }
  return null
}
