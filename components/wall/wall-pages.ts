/** The part of a list that is shown at a turn, `perPage` at a time and again from the beginning after the last part. */
export function wallPage<T>(
  rows: readonly T[],
  perPage: number,
  turn: number,
): { rows: readonly T[]; page: number; pages: number } {
  const size = Math.max(1, perPage)
  const pages = Math.max(1, Math.ceil(rows.length / size))
  const index = turn % pages
  return { rows: rows.slice(index * size, (index + 1) * size), page: index + 1, pages }
}
