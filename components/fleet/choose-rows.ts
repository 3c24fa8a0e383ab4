/**
 * The rows that are chosen after one was ticked or unticked; from `anchor`, the row before, all of them in between as well.
 * @param ids the rows in the order in which they are shown
 * @example chooseRows(new Set(['a']), ['a', 'b', 'c'], { id: 'c', anchor: 'a' }) // a, b, c
 */
export function chooseRows(
  chosen: ReadonlySet<string>,
  ids: readonly string[],
  { id, anchor }: { id: string; anchor: string | null },
): ReadonlySet<string> {
  const next = new Set(chosen)
  const [to, from] = [ids.indexOf(id), anchor === null ? -1 : ids.indexOf(anchor)]
  const range = from < 0 || to < 0 ? [id] : ids.slice(Math.min(from, to), Math.max(from, to) + 1)
  const isTicked = !chosen.has(id)
  for (const one of range) {
    if (isTicked) next.add(one)
    else next.delete(one)
  }
  return next
}

/** All of the rows, or none where all are chosen already. */
export function chooseAll(chosen: ReadonlySet<string>, ids: readonly string[]): ReadonlySet<string> {
  return ids.every((id) => chosen.has(id)) ? new Set() : new Set(ids)
}
