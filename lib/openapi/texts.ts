/** What a machine reads of a document, and no reader: values, not words. */
const VALUES = new Set(['example', 'examples', 'default', 'const', 'enum'])
const TEXTS = new Set(['description', 'summary'])

/**
 * A copy of an OpenAPI document in which each text that a reader sees is another one. Names of properties, codes and
 * examples stay. A tag keeps its name, by which calls are grouped, and gets the other one beside it.
 */
export function withTexts<T>(document: T, textOf: (english: string) => string): T {
  const walk = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null) return value
    if (Array.isArray(value)) return value.map(walk)
    return Object.fromEntries(
      Object.entries(value).map(([name, part]) => {
        if (VALUES.has(name)) return [name, part]
        if (TEXTS.has(name) && typeof part === 'string') return [name, byParagraph(part, textOf)]
        if (name === 'tags') return [name, tagsOf(part, walk, textOf)]
        return [name, walk(part)]
      }),
    )
  }
  return walk(document) as T
}

/** Paragraphs are texts of their own: many calls share the one on permissions. A line break within one says nothing. */
function byParagraph(text: string, textOf: (english: string) => string): string {
  return text
    .split(/\n{2,}/)
    .map((paragraph) => textOf(paragraph.replace(/\s+/g, ' ').trim()))
    .join('\n\n')
}

/** The tags of the document are objects, those of a call are names. */
function tagsOf(tags: unknown, walk: (value: unknown) => unknown, textOf: (english: string) => string): unknown {
  const named = (tag: unknown) =>
    typeof tag === 'object' && tag !== null && 'name' in tag && typeof tag.name === 'string'
      ? { ...(walk(tag) as object), 'x-displayName': textOf(tag.name) }
      : tag
  return Array.isArray(tags) ? tags.map(named) : walk(tags)
}
