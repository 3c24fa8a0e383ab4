type Asked = { params?: Record<string, string>; query?: Record<string, unknown> }

/** The address of a call below `/api`: `path` as the contract has it, and a name once for each of its values. */
export function addressOf(path: string, { params = {}, query = {} }: Asked): string {
  const place = path.replace(/\{(\w+)\}/g, (_whole, name: string) => encodeURIComponent(params[name] ?? ''))
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    for (const one of Array.isArray(value) ? value : [value]) if (one !== undefined) search.append(name, String(one))
  }
  return search.size > 0 ? `${place}?${search}` : place
}
