/** One property of a change, before and after; null: it had, or has, no value. */
export type PropertyChange = { name: string; before: unknown; after: unknown }

type Properties = Record<string, unknown> | undefined

/** The properties of an entry in the order of their names, each with its value before and after. */
export function propertyChanges(before: Properties, after: Properties): PropertyChange[] {
  const names = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])].sort()
  return names.map((name) => ({ name, before: before?.[name] ?? null, after: after?.[name] ?? null }))
}

/**
 * A value in one cell, by the API's names: the items of a list with semicolons between, the properties of an object with
 * commas. A number stays one, so that it is written with the decimal sign of who opens the file.
 * @example cellOf([{ macAddress: 'AA', type: 'CCS' }]) // 'macAddress AA, type CCS'
 */
export function cellOf(value: unknown): string | number {
  if (value == null) return ''
  if (typeof value === 'number') return value
  if (Array.isArray(value)) return value.map(cellOf).join('; ')
  if (typeof value === 'object')
    return Object.entries(value)
      .map(([name, one]) => `${name} ${cellOf(one)}`.trim())
      .join(', ')
  return String(value)
}
