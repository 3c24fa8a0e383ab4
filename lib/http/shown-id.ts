const MAX_SHOWN = 200

/**
 * An id as its sender wrote it, so that the result of a malformed one can be found; what no address and no database can
 * hold is shown as U+FFFD.
 * @example shownId(12) // '12'
 */
export function shownId(sent: unknown): string {
  const text = typeof sent === 'string' ? sent : (JSON.stringify(sent) ?? '')
  return text.slice(0, MAX_SHOWN).toWellFormed().replaceAll('\0', '\uFFFD')
}
