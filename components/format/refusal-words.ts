import type { Reading } from '@/components/format/instant-format'
import type { Text } from '@/components/messages/write-text'
import { codeOf } from '@/lib/contract/refusal-code'
import { REFUSALS, type RefusalSentence } from '@/lib/contract/refusal-sentences'

/** A sentence of the server's, by its name in the catalogues and the values in it. */
type Told = { code?: string; details?: Readonly<Record<string, string | number>> }

/** What the server refuses, in the reader's words; null where there are none. */
export function refusalWords({ code, details = {} }: Told, { text, ...clock }: RefusalReading): string | null {
  if (code === undefined || !(code in REFUSALS)) return null
  const values = Object.entries(details).map(([name, value]) => [name, valueWords(value, clock)])
  // The catalogues hold the placeholders of each code; which code came is known only now.
  const write = text as (key: string, values: object) => string
  return write(`refusal.${code satisfies string as RefusalSentence}`, Object.fromEntries(values))
}

/** The same for a sentence as the server says it. */
export function messageWords(message: string, reading: RefusalReading): string | null {
  return refusalWords(codeOf(message) ?? {}, reading)
}

/** Without a depot's clock instants are said in UTC. */
export type RefusalReading = { text: Text } & Partial<Pick<Reading, 'locale' | 'zone'>>

function valueWords(value: string | number, { locale, zone }: Omit<RefusalReading, 'text'>): string | number {
  if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\dT/.test(value)) return value
  if (locale && zone) return format(locale, zone).format(Date.parse(value))
  return `${value.slice(0, 16).replace('T', ' ')} UTC`
}

/** By `Intl` alone: the pages before one is signed in load this, and no more of times. */
function format(locale: string, zone: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(locale, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: zone,
  })
}

/** A message of a fault as it stands at its field: in the reader's words, else as the server says it. */
export function faultSentence(message: string, reading: RefusalReading): string {
  return sentence(messageWords(message, reading) ?? message)
}

/** The API's messages continue their path ("must be at most 100 %"); alone at a field they begin a sentence. */
export function sentence(message: string): string {
  return `${message.charAt(0).toUpperCase()}${message.slice(1)}${/[.!?]$/.test(message) ? '' : '.'}`
}
