import type { en } from '@/components/messages/en'
import type { enAudit } from '@/components/messages/en-audit'
import { fillMessage, type Message, type Placeholders, type Values } from '@/components/messages/message'

type Messages = typeof en & typeof enAudit
/** A key of what every page of the desk has. */
type DeskKey = keyof typeof en
/** Every key: those of the desk, and of the audit log, which only its pages have. */
export type MessageKey = keyof Messages
type ValuesOf<K extends MessageKey> = Record<Placeholders<Messages[K]>, string | number>
type Arguments<K extends MessageKey> = [Placeholders<Messages[K]>] extends [never] ? [] : [values: ValuesOf<K>]

type Label<Keys extends MessageKey> = {
  [K in Keys]: [Placeholders<Messages[K]>] extends [never] ? K : never
}[Keys]
/** A key whose text has no placeholder: a label. */
export type LabelKey = Label<DeskKey>
/** A label where the audit log is shown. */
export type AuditLabelKey = Label<MessageKey>

/** Writes a text of the catalogue: `text('readiness.count', { count: 3 })`. The compiler checks keys and placeholders. */
export type Text = <K extends DeskKey>(key: K, ...values: Arguments<K>) => string
/** Writes the texts of the audit log too. */
export type AuditText = <K extends MessageKey>(key: K, ...values: Arguments<K>) => string

/**
 * Makes the writer of a catalogue, or of the part of one that a page loads.
 * @throws for a text that the part does not have
 */
export function writerOf(catalogue: Readonly<Partial<Record<MessageKey, Message>>>, locale: string): AuditText {
  return (key, ...values) => {
    const message = catalogue[key]
    if (message === undefined) throw new Error(`This page has not loaded the text ${key}.`)
    return fillMessage(message, (values[0] ?? {}) as Values, locale)
  }
}

/** The writer of what a page has, and of a part that it loads beside. */
export function withPart(text: Text, part: Readonly<Partial<Record<MessageKey, Message>>>, locale: string): AuditText {
  const ofPart = writerOf(part, locale)
  return (key, ...values) => (key in part ? ofPart(key, ...values) : (text as AuditText)(key, ...values))
}
