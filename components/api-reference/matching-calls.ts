/** What the list of calls shows of one. */
export type ListedCall = {
  id: string
  method: string
  path: string
  summary: string
  /** What else finds it: its parameters, and its English words where the reference is read in another language. */
  words: string[]
}
export type ListedGroup = { tag: string; calls: ListedCall[] }

/** The groups with the calls that have every word of the search in their name, path, method or further words. */
export function matchingCalls(groups: readonly ListedGroup[], search: string): ListedGroup[] {
  const fits = matcher(search)
  return groups.flatMap(({ tag, calls }) => {
    const fitting = calls.filter((call) => fits([tag, call.id, call.method, call.path, call.summary, ...call.words]))
    return fitting.length > 0 ? [{ tag, calls: fitting }] : []
  })
}

/** The names that have every word of the search in them. */
export function matchingNames(names: readonly string[], search: string): string[] {
  const fits = matcher(search)
  return names.filter((name) => fits([name]))
}

function matcher(search: string): (texts: readonly string[]) => boolean {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean)
  return (texts) => {
    const text = texts.join(' ').toLowerCase()
    return words.every((word) => text.includes(word))
  }
}
