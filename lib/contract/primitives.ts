import { z } from 'zod'

const MAX_TEXT = 1_000

/** PostgreSQL cannot store NUL, and a lone surrogate is no text: both are refused instead of being changed silently. */
export function textFault(value: string): string | null {
  if (value.includes('\0')) return 'must not contain the NUL character'
  if (!value.isWellFormed()) return 'must be well-formed Unicode (it has half of a surrogate pair)'
  return null
}

/** Text of at most `max` characters. */
export function text(max = MAX_TEXT) {
  return z
    .string()
    .max(max, `must be at most ${max} characters`)
    .superRefine((value, context) => {
      const fault = textFault(value)
      if (fault) context.addIssue({ code: 'custom', message: fault })
    })
}

/** A path id as the contract allows it: 1–64 of `A–Z a–z 0–9 . _ : ~ -`, not `.` or `..`. */
export const Id = z
  .string()
  .regex(/^[A-Za-z0-9._:~-]{1,64}$/, 'must be 1 to 64 characters of A–Z a–z 0–9 . _ : ~ -')
  .refine((id) => id !== '.' && id !== '..', 'must not be . or ..')
  .meta({ example: 'example-bus-12' })

/** The id of a location. */
export const LocationUid = Id.meta({ example: 'example-depot' })

const ISO = /^(\d{4})-(\d{2})-(\d{2})[Tt](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?([Zz]|[+-]\d{2}(?::?\d{2})?)$/
const TIME_FAULT = 'must be an ISO 8601 time with Z or an offset, like 2026-11-22T17:30:00Z'

/**
 * Reads an ISO 8601 instant that carries `Z` or an offset (`+02:00`, `+0200` or `+02`).
 * @returns epoch milliseconds (finer fractions are cut off), or null when it is no such instant
 */
export function parseInstant(value: string): number | null {
  const match = ISO.exec(value)
  if (!match) return null
  const [year, month, day, hour, minute, second] = match.slice(1, 7).map((part) => Number(part ?? 0)) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ]
  if (hour > 23 || minute > 59 || second > 59 || year < 1) return null
  const local = new Date(0)
  local.setUTCFullYear(year, month - 1, day)
  if (local.getUTCMonth() !== month - 1 || local.getUTCDate() !== day) return null
  local.setUTCHours(hour, minute, second, Math.trunc(Number(`0.${match[7] ?? 0}`) * 1000))
  const offset = offsetMinutes(match[8] ?? 'Z')
  if (offset === null) return null
  const instant = local.getTime() - offset * 60_000
  return instant >= EARLIEST && instant <= LATEST ? instant : null
}

const EARLIEST = Date.UTC(1970, 0, 1)
const LATEST = Date.UTC(9999, 11, 31, 23, 59, 59, 999)

function offsetMinutes(offset: string): number | null {
  if (offset === 'Z' || offset === 'z') return 0
  const hours = Number(offset.slice(1, 3))
  const minutes = Number(offset.slice(3).slice(-2))
  if (hours > 23 || minutes > 59) return null
  return (offset.startsWith('-') ? -1 : 1) * (hours * 60 + minutes)
}

/** An instant in a body: an ISO 8601 string on the wire, epoch milliseconds in our code. */
export const Instant = z
  .string()
  .transform((value, context) => {
    const instant = parseInstant(value)
    if (instant !== null) return instant
    context.addIssue({ code: 'custom', message: TIME_FAULT })
    return z.NEVER
  })
  .meta({ format: 'date-time', example: '2026-11-22T17:30:00.000Z' })

/** An instant in the query: ISO (a raw `+` has become a space there) or epoch milliseconds. */
export const QueryInstant = z
  .string()
  .transform((value, context) => {
    const instant = /^\d{1,15}$/.test(value)
      ? Number(value)
      : parseInstant(value.replace(/ (?=\d{2}(?::?\d{2})?$)/, '+'))
    if (instant !== null && instant >= EARLIEST && instant <= LATEST) return instant
    context.addIssue({ code: 'custom', message: `${TIME_FAULT}, or epoch milliseconds` })
    return z.NEVER
  })
  .meta({ example: '2026-11-22T17:30:00Z' })

/** `true` or `false` in the query. */
export const QueryBoolean = z
  .enum(['true', 'false'], 'must be true or false')
  .transform((value) => value === 'true')
  .meta({ example: 'true' })

/** An instant in a response: ISO 8601, UTC, milliseconds. */
export const Timestamp = z.string().meta({ format: 'date-time', example: '2026-11-22T17:30:00.000Z' })

/** State of charge in percent. */
export const Soc = z
  .number('must be a number')
  .min(0, 'must be at least 0 %')
  .max(100, 'must be at most 100 %')
  .meta({ example: 80 })

/** Whole numbers, highest first. */
export const Priority = z
  .number('must be a number')
  .int('must be a whole number')
  .min(-100, 'must be at least -100')
  .max(100, 'must be at most 100')
  .meta({ example: 0 })

const FAR = 1e9

/** A finite quantity in the unit that its name says; the bound keeps sums finite. */
export function quantity(min = -FAR, max = FAR) {
  return z.number('must be a number').min(min, `must be at least ${min}`).max(max, `must be at most ${max}`)
}

/** Epoch milliseconds, as only `plan` has them. */
export const EpochMs = z.number().min(0).max(LATEST)

const MAC_FORMS = [
  /^[0-9a-f]{2}([:-])[0-9a-f]{2}(?:\1[0-9a-f]{2}){4}(?:(?:\1[0-9a-f]{2}){2})?$/i,
  /^(?:[0-9a-f]{12}|[0-9a-f]{16})$/i,
]

/** DIN 70121 pads the six bytes of an EVCCID with zeros to eight, in front or behind. */
const PADDED = [/^([0-9A-F]{12})0000$/, /^0000([0-9A-F]{12})$/]

/**
 * Brings a MAC address (EUI-48, or EUI-64 with 16 digits) to the contract's form. One that is padded with zeros is the
 * six bytes.
 * @returns upper case with colons, or null when it is none
 */
export function normaliseMac(value: string): string | null {
  if (!MAC_FORMS.some((form) => form.test(value))) return null
  const all = value.replace(/[:-]/g, '').toUpperCase()
  const digits = PADDED.reduce<string | undefined>((found, form) => found ?? form.exec(all)?.[1], undefined) ?? all
  return digits.match(/../g)?.join(':') ?? null
}

const LIMIT_FAULT = 'must be a whole number from 1 to 1000'

/** How many entries a page has at most, in the query. */
export const QueryLimit = z
  .string()
  .regex(/^\d{1,4}$/, LIMIT_FAULT)
  .transform(Number)
  .refine((limit) => limit >= 1 && limit <= 1000, LIMIT_FAULT)

/** A MAC address: any of the accepted forms on the wire, upper case with colons in our code. */
export const MacAddress = z
  .string()
  .transform((value, context) => {
    const mac = normaliseMac(value)
    if (mac !== null) return mac
    context.addIssue({
      code: 'custom',
      message: 'must be a MAC address such as 00:1A:2B:3C:4D:5E (12 hexadecimal digits; 16 for EUI-64)',
    })
    return z.NEVER
  })
  .meta({ example: '00:00:5E:00:53:12' })

/**
 * Says of every property of a shape what it is for, its unit and its default, for the API's document. The compiler asks
 * for a text of each.
 */
export function described<T extends z.ZodRawShape>(shape: T, texts: { readonly [K in keyof T]: string }): T {
  return Object.fromEntries(
    Object.entries(shape).map(([name, schema]) => [name, (schema as z.ZodType).describe(texts[name] ?? '')]),
  ) as unknown as T
}

type NullishShape<T extends z.ZodRawShape> = { [K in keyof T]: z.ZodOptional<z.ZodNullable<T[K]>> }

/** Every attribute may be left out or null in a request. `Object.fromEntries` forgets the keys' types, hence the cast. */
export const nullishShape = <T extends z.ZodRawShape>(shape: T) =>
  Object.fromEntries(
    Object.entries(shape).map(([key, schema]) => [key, (schema as z.ZodType).nullish()]),
  ) as unknown as NullishShape<T>
