import { en } from '@/components/messages/en'
import { fillMessage, type Message, type Placeholders, type Values } from '@/components/messages/message'

export type MessageKey = keyof typeof en
type ValuesOf<K extends MessageKey> = Record<Placeholders<(typeof en)[K]>, string | number>
type Arguments<K extends MessageKey> = [Placeholders<(typeof en)[K]>] extends [never] ? [] : [values: ValuesOf<K>]

/** A key whose text has no placeholder: a label. */
export type LabelKey = { [K in MessageKey]: [Placeholders<(typeof en)[K]>] extends [never] ? K : never }[MessageKey]

/** Writes a text of the catalogue: `text('readiness.count', { count: 3 })`. The compiler checks keys and placeholders. */
export type Text = <K extends MessageKey>(key: K, ...values: Arguments<K>) => string

export const LOCALE = 'en-GB'
const catalogues: Record<string, Record<MessageKey, Message>> = { en }

/** Makes the writer of a locale; a language without a catalogue gets English. */
export function textIn(locale: string): Text {
  const catalogue = catalogues[new Intl.Locale(locale).language] ?? en
  return (key, ...values) => fillMessage(catalogue[key], (values[0] ?? {}) as Values, locale)
}
