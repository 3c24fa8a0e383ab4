/** A text that PostgreSQL can store: no NUL, no half of a surrogate pair. */
export function cleanText(text: string): string {
  return text.replaceAll('\0', '').toWellFormed()
}

/** What PostgreSQL can store of any JSON, and not too deep for anybody. */
export function clean(value: unknown, depth: number): unknown {
  if (typeof value === 'string') return cleanText(value)
  if (typeof value !== 'object' || value === null) return value
  if (depth === 0) return '…'
  if (Array.isArray(value)) return value.map((part) => clean(part, depth - 1))
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [cleanText(name), clean(part, depth - 1)]))
}
