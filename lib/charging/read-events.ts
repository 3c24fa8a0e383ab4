import { createHash } from 'node:crypto'
import type { z } from 'zod'
import { believeClock } from '@/lib/charging/plausibility/believe-clock'
import { v2icpFault } from '@/lib/charging/v2icp-info'
import { ChargingEvent } from '@/lib/contract/charging-event'
import { IN_OUR_WORDS } from '@/lib/contract/issue-sentence'

/** An event as it could be read. */
export type ReadEvent = {
  id: string
  /** Its `timestamp` is the one that is believed. */
  event: ChargingEvent
  /** The time is that of the receipt. */
  estimated: boolean
  /** Values that could not be taken, as they were sent; null: none. */
  setAside: Record<string, unknown> | null
  /** The same for the same content, whenever it is sent. */
  fingerprint: string
  warnings: string[]
}

/** An entry of a request: an event, or why it is none. */
export type ReadEntry = ReadEvent | { id: string | undefined; error: string }

/** What an event can do without: a wrong value is left out. The others say what happened, to which vehicle, when and where. */
const DISPENSABLE = new Set<string>([
  ...['macAddress', 'vehicleId', 'stationId', 'evseId', 'connectorId', 'transactionId'],
  ...['soc', 'powerkW', 'energykWh', 'meterkWh', 'reason', 'odometer', 'v2icp', 'errorCode'],
])

/**
 * Checks each entry by itself, so that a bad one never loses the others, and one bad value never the event.
 * @param now epoch ms, the time of the receipt
 */
export function readEvents(entries: readonly unknown[], now: number): ReadEntry[] {
  return entries.map((entry, index) => readEvent(entry, now, { index, count: entries.length }))
}

function readEvent(entry: unknown, now: number, place: { index: number; count: number }): ReadEntry {
  const id = idOf(entry)
  const { value, setAside, warnings } = withoutFaults(entry)
  const parsed = ChargingEvent.safeParse(value, IN_OUR_WORDS)
  if (!parsed.success) return { id, error: [...warnings, ...parsed.error.issues.map(sentence)].join('; ') }
  const time = believeClock(parsed.data.timestamp, now, place)
  if ('error' in time) return { id, error: time.error }
  const { timestamp } = parsed.data
  const sent = new Date(timestamp).toISOString()
  return {
    id: parsed.data.id,
    event: { ...parsed.data, timestamp: time.at },
    estimated: time.estimated,
    setAside: time.estimated ? { ...setAside, timestamp: sent } : setAside,
    fingerprint: fingerprintOf({ ...parsed.data, ...setAside }),
    warnings: time.estimated
      ? [...warnings, `timestamp: ${sent} cannot be; the time of receipt is taken in its place`]
      : warnings,
  }
}

/** An entry without the values that cannot be taken and that it can do without. */
function withoutFaults(entry: unknown) {
  const parsed = ChargingEvent.safeParse(entry, IN_OUR_WORDS)
  const issues = parsed.success ? [] : parsed.error.issues
  const faults = issues
    .filter(({ path }) => path.length === 1 && fieldOf(entry, String(path[0])) !== undefined)
    .map((issue) => ({ name: String(issue.path[0]), warning: `${sentence(issue)}, and is left out` }))
    .filter(({ name }) => DISPENSABLE.has(name))
  const message = fieldOf(entry, 'v2icp')
  const v2icp = message == null ? null : v2icpFault(message)
  if (v2icp) faults.push({ name: 'v2icp', warning: `v2icp: ${v2icp}, and is left out` })
  if (faults.length === 0) return { value: entry, setAside: null, warnings: [] }
  const names = new Set(faults.map(({ name }) => name))
  const parts = Object.entries(entry as object)
  return {
    value: Object.fromEntries(parts.filter(([name]) => !names.has(name))),
    setAside: keepable(Object.fromEntries(parts.filter(([name]) => names.has(name)))),
    warnings: faults.map(({ warning }) => warning),
  }
}

const LONGEST_SET_ASIDE = 2_000

/** Set aside as they were sent, as far as the database can keep them. */
function keepable(values: Record<string, unknown>): Record<string, unknown> {
  const text = JSON.stringify(values)
  const fits = text.length <= LONGEST_SET_ASIDE && v2icpFault(values) === null
  return fits ? values : { text: text.slice(0, LONGEST_SET_ASIDE).replaceAll('\\u0000', '').toWellFormed() }
}

function fieldOf(entry: unknown, name: string): unknown {
  if (typeof entry !== 'object' || entry === null || !Object.hasOwn(entry, name)) return undefined
  return (entry as Record<string, unknown>)[name]
}

function sentence({ path, message }: z.core.$ZodIssue): string {
  return path.length > 0 ? `${path.map(String).join('.')}: ${message}` : message
}

/** The id that a sender gave, as far as it can be given back. */
function idOf(entry: unknown): string | undefined {
  const id = fieldOf(entry, 'id')
  return typeof id === 'string' && id.length <= 200 && id.isWellFormed() ? id : undefined
}

function fingerprintOf(content: Record<string, unknown>): string {
  return createHash('sha256')
    .update(JSON.stringify(sorted(content)))
    .digest('base64')
}

/** Properties in order, and none that says nothing. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  const said = Object.entries(value).filter(([, item]) => item != null)
  return Object.fromEntries(said.sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, item]) => [name, sorted(item)]))
}
