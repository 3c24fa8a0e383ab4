import { keepableText } from '@/lib/keepable-text'

const MAX_SHOWN = 200

/**
 * An id as its sender wrote it, so that the result of a malformed one can be found.
 * @example shownId(12) // '12'
 */
export function shownId(sent: unknown): string {
  return keepableText(typeof sent === 'string' ? sent : (JSON.stringify(sent) ?? ''), MAX_SHOWN)
}
