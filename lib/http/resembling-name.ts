/**
 * The known name that `name` is a slip of, or undefined. A slip differs in case or separators (`dryrun`,
 * `location_uid`), or in up to two letters (`dryRunn`); in one where the name is so short that two would make any word
 * of it. Two letters that changed places count as one.
 */
export function resemblingName(name: string, known: readonly string[]): string | undefined {
  const said = plain(name)
  return known.find((one) => distance(said, plain(one)) <= (one.length > SHORT ? 2 : 1))
}

const SHORT = 4

/** Letters and digits alone, in lower case. */
function plain(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, '')
}

/** How many letters were added, left out, mistaken or swapped with their neighbour (optimal string alignment). */
function distance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 2) return Number.POSITIVE_INFINITY
  let [older, old] = [[] as number[], Array.from({ length: b.length + 1 }, (_, j) => j)]
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const [left, above, corner] = [row[j - 1] ?? 0, old[j] ?? 0, old[j - 1] ?? 0]
      const same = a[i - 1] === b[j - 1] ? 0 : 1
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      row[j] = Math.min(
        left + 1,
        above + 1,
        corner + same,
        swapped ? (older[j - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
      )
    }
    ;[older, old] = [old, row]
  }
  return old[b.length] ?? 0
}
