/** A value as a person reads it. A number stays one, so that it is written with the reader's decimal sign. */
type Shown = string | number | null
/** One property of a change; null: it had, or has, no value. */
export type PropertyChange = { name: string; before: Shown; after: Shown }

type Properties = Record<string, unknown> | undefined

/** The properties of an entry in the order of their names, each with its value before and after. */
export function propertyChanges(before: Properties, after: Properties): PropertyChange[] {
  const names = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])].sort()
  return names.map((name) => ({ name, before: wordsOf(before?.[name]), after: wordsOf(after?.[name]) }))
}

/**
 * A value as a person reads it: the items of a list with semicolons between, the properties of an object with commas.
 * @example wordsOf([{ macAddress: 'AA', type: 'CCS' }]) // 'macAddress AA, type CCS'
 */
function wordsOf(value: unknown): Shown {
  if (value == null) return null
  if (typeof value === 'number') return value
  if (Array.isArray(value)) return value.map((one) => wordsOf(one) ?? '').join('; ')
  if (typeof value === 'object')
    return Object.entries(value)
      .map(([name, one]) => `${name} ${wordsOf(one) ?? ''}`.trim())
      .join(', ')
  return String(value)
}
