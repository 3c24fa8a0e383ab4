import { type ApiSchema, nameOfRef } from '@/components/api-reference/api-document'
import type { Text } from '@/components/messages/text'

/** A piece of what a schema says of its type: plain words, or the name of another schema. */
export type TypeWord = { text: string } | { schema: string }

/** What a value of this schema is, in words: `array of Segment`, `number or null`. */
export function typeWords(schema: ApiSchema, text: Text): TypeWord[] {
  if (schema.$ref) return [{ schema: nameOfRef(schema.$ref) }]
  const choices = schema.anyOf ?? schema.oneOf
  if (choices)
    return joined(
      choices.map((choice) => typeWords(choice, text)),
      text('reference.or'),
    )
  if (schema.items) return [{ text: text('reference.arrayOf') }, ...typeWords(schema.items, text)]
  if (schema.const !== undefined) return [{ text: JSON.stringify(schema.const) }]
  const types = [schema.type ?? text('reference.anyJson')].flat()
  return [{ text: types.map((type) => (type === 'string' && schema.format) || type).join(text('reference.or')) }]
}

function joined(parts: TypeWord[][], separator: string): TypeWord[] {
  return parts.flatMap((part, index) => (index === 0 ? part : [{ text: separator }, ...part]))
}

/** Bounds that are there only to keep sums finite say nothing to a reader. */
const TELLING = 1e8

/** The limits of a value, a phrase each: `at least 0`, `one of MO, TU`. */
export function limitWords(schema: ApiSchema, text: Text): string[] {
  const { minimum, maximum, maxLength, maxItems } = schema
  const words = [
    schema.enum && text('reference.oneOf', { values: schema.enum.join(', ') }),
    minimum !== undefined && Math.abs(minimum) < TELLING && text('reference.atLeast', { minimum: String(minimum) }),
    maximum !== undefined && Math.abs(maximum) < TELLING && text('reference.atMost', { maximum: String(maximum) }),
    maxLength !== undefined && text('reference.atMostCharacters', { count: maxLength }),
    maxItems !== undefined && text('reference.atMost', { maximum: maxItems }),
  ].filter((word) => typeof word === 'string')
  const inner = schema.anyOf ?? schema.oneOf ?? (schema.items ? [schema.items] : [])
  return [...words, ...inner.flatMap((one) => limitWords(one, text))]
}
