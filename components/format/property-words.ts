import { dayOfYear, timeOfDay } from '@/components/format/instant-format'
import { NAMES, PARTS, VALUES } from '@/components/format/property-names'
import { LANGUAGE_CHOICES } from '@/components/messages/languages'
import type { AuditLabelKey, AuditText } from '@/components/messages/write-text'
import type { AuditKind } from '@/lib/contract/audit'
import { MINUTE_MS } from '@/lib/time/interval'

const MILLISECONDS = /Ms$/
const UNITS = [
  [/SoC$|^soc$/, '%'],
  [/(?<!per)kWh$/i, 'kWh'],
  [/(?<!per)kW$/i, 'kW'],
  [/Minutes$/, 'min'],
  [MILLISECONDS, 'min'],
  [/Temp$/, '°C'],
  [/^consumption$/, 'Wh/km'],
] as const
const INSTANT = /\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?Z/g

type Reader = { locale: string; zone: string; now: number; text: AuditText }

/** What a property is called; undefined: nobody has named it. `path`: `tariff.weekly.day`, without the places of a list. */
export function propertyKey(kind: AuditKind, path: string): AuditLabelKey | undefined {
  const last = path.slice(path.lastIndexOf('.') + 1)
  return NAMES[kind][path] ?? (last === path ? undefined : PARTS[last])
}

/** A property as its form calls it. One that nobody has named keeps the API's name. */
export function propertyName(kind: AuditKind, path: string, text: AuditText): string {
  const key = propertyKey(kind, path)
  return key ? text(key) : path.slice(path.lastIndexOf('.') + 1)
}

/**
 * A value as its reader writes it: words for what stands for them, numbers with their unit, times on the depot's clock;
 * the items of a list with semicolons between, and what is inside of an object by name, in brackets where it is more than one.
 */
export function propertyValue(kind: AuditKind, path: string, value: unknown, reader: Reader): string {
  const { text } = reader
  if (Array.isArray(value)) return value.map((one) => propertyValue(kind, path, one, reader)).join('; ')
  if (typeof value === 'object' && value !== null) return partsOf(kind, path, value, reader)
  const name = path.slice(path.lastIndexOf('.') + 1)
  if (value == null) return text(name === 'locationUids' ? 'tokens.allLocations' : 'audit.nothing')
  if (typeof value === 'boolean') return text(value ? 'fleet.yes' : 'fleet.no')
  if (typeof value === 'number') return numberWords(name, value, reader)
  if (name === 'language') return LANGUAGE_CHOICES.find(({ language }) => language === value)?.name ?? String(value)
  const words = VALUES[name]?.[String(value)]
  if (words) return text(words)
  return String(value).replace(INSTANT, (instant) => timeWords(Date.parse(instant), reader))
}

function partsOf(kind: AuditKind, path: string, value: object, reader: Reader): string {
  const said = Object.entries(value).filter(([, one]) => one != null)
  return said
    .map(([name, one]) => {
      const inner = `${path}.${name}`
      const words = propertyValue(kind, inner, one, reader)
      return `${propertyName(kind, inner, reader.text)} ${typeof one === 'object' ? `(${words})` : words}`
    })
    .join(', ')
}

/** Milliseconds are how long something takes: nobody counts in them. */
function numberWords(name: string, value: number, { locale }: Reader): string {
  const [ending, unit] = UNITS.find(([of]) => of.test(name)) ?? []
  const shown = ending === MILLISECONDS ? value / MINUTE_MS : value
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 6 }).format(shown)
  return unit ? `${number}\u00A0${unit}` : number
}

function timeWords(instant: number, reader: Reader): string {
  return `${dayOfYear(instant, reader.now, reader)} ${timeOfDay(instant, reader)}`
}
