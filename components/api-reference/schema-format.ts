import { type ApiSchema, nameOfRef } from '@/components/api-reference/api-document'

/** A piece of what a schema says of its type: plain words, or the name of another schema. */
export type TypeWord = { text: string } | { schema: string }

/** What a value of this schema is, in words: `array of Segment`, `number or null`. */
export function typeWords(schema: ApiSchema): TypeWord[] {
  if (schema.$ref) return [{ schema: nameOfRef(schema.$ref) }]
  const choices = schema.anyOf ?? schema.oneOf
  if (choices) return joined(choices.map(typeWords), ' or ')
  if (schema.items) return [{ text: 'array of ' }, ...typeWords(schema.items)]
  if (schema.const !== undefined) return [{ text: JSON.stringify(schema.const) }]
  const types = [schema.type ?? 'any JSON'].flat()
  return [{ text: types.map((type) => (type === 'string' && schema.format) || type).join(' or ') }]
}

function joined(parts: TypeWord[][], separator: string): TypeWord[] {
  return parts.flatMap((part, index) => (index === 0 ? part : [{ text: separator }, ...part]))
}

/** Bounds that are there only to keep sums finite say nothing to a reader. */
const TELLING = 1e8

/** The limits of a value, a phrase each: `at least 0`, `one of MO, TU`. */
export function limitWords(schema: ApiSchema): string[] {
  const { minimum, maximum, maxLength, maxItems } = schema
  const words = [
    schema.enum && `one of ${schema.enum.join(', ')}`,
    minimum !== undefined && Math.abs(minimum) < TELLING && `at least ${minimum}`,
    maximum !== undefined && Math.abs(maximum) < TELLING && `at most ${maximum}`,
    maxLength !== undefined && `at most ${maxLength} characters`,
    maxItems !== undefined && `at most ${maxItems}`,
  ].filter((word) => typeof word === 'string')
  const inner = schema.anyOf ?? schema.oneOf ?? (schema.items ? [schema.items] : [])
  return [...words, ...inner.flatMap(limitWords)]
}
