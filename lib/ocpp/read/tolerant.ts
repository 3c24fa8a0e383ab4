import { z } from 'zod'
import { cleanText } from '@/lib/ocpp/read/clean'

// Readers that take what can be understood and leave out the rest: null, a number as text, a list of one without its
// brackets. They never fail, so that no message is lost because one of its fields is odd.

const LONGEST_TEXT = 500
const LONGEST_LIST = 1_000

/** A text, without blanks around it; numbers count as their digits. */
export const text = z.unknown().transform((value): string | undefined => {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value)
  if (typeof value !== 'string') return undefined
  return cleanText(value).trim().slice(0, LONGEST_TEXT) || undefined
})

/** A finite number, also as text, also with a decimal comma. */
export const number = z.unknown().transform(numberOf)

function numberOf(value: unknown): number | undefined {
  if (typeof value === 'string' && /^\s*[-+]?[\d.,]+(?:e[-+]?\d+)?\s*$/i.test(value))
    return numberOf(Number(value.trim().replace(/,(?=\d+$)/, '.')))
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined
}

/** The number of an evse, a connector or a transaction. */
export const whole = z.unknown().transform((value): number | undefined => {
  const found = numberOf(value)
  return found !== undefined && Number.isSafeInteger(found) && found >= 0 ? found : undefined
})

export const flag = z
  .unknown()
  .transform((value): boolean => value === true || (typeof value === 'string' && value.toLowerCase() === 'true'))

/**
 * An instant as the station wrote it and in epoch ms of its own clock. A time without a zone is UTC, as OCPP demands;
 * a number is epoch seconds or milliseconds.
 */
export const instant = z.unknown().transform((value): { raw: string; ms: number } | undefined => {
  const ms = millisecondsOf(value)
  return ms === undefined ? undefined : { raw: String(value), ms }
})

const WITHOUT_ZONE = /^\d{4}-\d{2}-\d{2}T[\d:.]+$/i
const EARLIEST_MILLISECONDS = 1e11

function millisecondsOf(value: unknown): number | undefined {
  if (typeof value === 'number' && Number.isFinite(value) && value >= 0)
    return value > EARLIEST_MILLISECONDS ? Math.round(value) : Math.round(value * 1000)
  if (typeof value !== 'string') return undefined
  const written = value.trim().replace(' ', 'T')
  const ms = Date.parse(WITHOUT_ZONE.test(written) ? `${written}Z` : written)
  return Number.isFinite(ms) && ms >= 0 ? ms : undefined
}

/** A list; one thing alone is a list of one, nothing is an empty one. */
export function list<S extends z.ZodType>(entry: S) {
  return z.preprocess((value) => {
    if (Array.isArray(value)) return value.slice(0, LONGEST_LIST)
    return value === undefined || value === null ? [] : [value]
  }, z.array(entry))
}

/** An object of these fields; what is missing is undefined, and whatever is no object has none of them. */
export function fields<S extends z.ZodRawShape>(shape: S) {
  const names = Object.keys(shape)
  return z.preprocess((value) => {
    const given = typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
    return Object.fromEntries(names.map((name) => [name, Object.hasOwn(given, name) ? given[name] : undefined]))
  }, z.object(shape))
}
