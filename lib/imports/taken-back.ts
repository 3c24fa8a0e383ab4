import { isDeepStrictEqual } from 'node:util'
import type { Properties } from '@/lib/audit/changed-properties'

// Why a change of an import is not taken back, sentences for people.
export const CHANGED_SINCE = 'It was changed since the import.'
export const DELETED_SINCE = 'It was deleted since the import.'

/** Whether one of these properties has another value. */
export function differs(names: readonly string[], current: Properties, said: Properties): boolean {
  return names.some((name) => !isDeepStrictEqual(current[name] ?? null, said[name] ?? null))
}

/**
 * What to send (RFC 7396) so that these properties are what they were: null clears what there was not.
 * @example takenBack(['name'], { before: {}, after: { name: '12' } }) // { name: null }
 */
export function takenBack(
  names: readonly string[],
  { before, after }: { before: Properties; after: Properties },
): Properties {
  return Object.fromEntries(names.map((name) => [name, valueBack(before[name], after[name])]))
}

function valueBack(before: unknown, after: unknown): unknown {
  if (!isObject(before) || !isObject(after)) return before ?? null
  const cleared = Object.fromEntries(Object.keys(after).map((name) => [name, null]))
  return { ...cleared, ...before }
}

function isObject(value: unknown): value is Properties {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
