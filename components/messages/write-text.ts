import type { en } from '@/components/messages/en'
import { fillMessage, type Message, type Placeholders, type Values } from '@/components/messages/message'

export type MessageKey = keyof typeof en
type ValuesOf<K extends MessageKey> = Record<Placeholders<(typeof en)[K]>, string | number>
type Arguments<K extends MessageKey> = [Placeholders<(typeof en)[K]>] extends [never] ? [] : [values: ValuesOf<K>]

/** A key whose text has no placeholder: a label. */
export type LabelKey = { [K in MessageKey]: [Placeholders<(typeof en)[K]>] extends [never] ? K : never }[MessageKey]

/** Writes a text of the catalogue: `text('readiness.count', { count: 3 })`. The compiler checks keys and placeholders. */
export type Text = <K extends MessageKey>(key: K, ...values: Arguments<K>) => string

/**
 * Makes the writer of a catalogue, or of the part of one that a page loads.
 * @throws for a text that the part does not have
 */
export function writerOf(catalogue: Readonly<Partial<Record<MessageKey, Message>>>, locale: string): Text {
  return (key, ...values) => {
    const message = catalogue[key]
    if (message === undefined) throw new Error(`This page has not loaded the text ${key}.`)
    return fillMessage(message, (values[0] ?? {}) as Values, locale)
  }
}
