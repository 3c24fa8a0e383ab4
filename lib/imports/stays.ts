import { isDeepStrictEqual } from 'node:util'
import type { Properties } from '@/lib/audit/changed-properties'

/** Why a change of an import is not taken back, a sentence for people. */
export class Stays extends Error {}

export const CHANGED_SINCE = 'It was changed since the import.'
export const DELETED_SINCE = 'It was deleted since the import.'

/** @throws Stays where one of these properties is not any more what the import made it */
export function refuseChanged(names: readonly string[], current: Properties, after: Properties): void {
  const differs = names.some((name) => !isDeepStrictEqual(current[name] ?? null, after[name] ?? null))
  if (differs) throw new Stays(CHANGED_SINCE)
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
