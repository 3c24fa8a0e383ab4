import { isDeepStrictEqual } from 'node:util'

export type Properties = Record<string, unknown>

/** What an object was and what it is; null: there was none, or there is none any more. */
export type BeforeAndAfter = { before: Properties | null; after: Properties | null }

/**
 * Leaves the properties that differ. One that a side does not have is left out there.
 * @returns null when nothing differs: then nothing was changed
 * @example changedProperties({ before: { name: '12', targetSoc: 80 }, after: { name: '12', targetSoc: 90 } })
 *   // { before: { targetSoc: 80 }, after: { targetSoc: 90 } }
 */
export function changedProperties({ before, after }: BeforeAndAfter): BeforeAndAfter | null {
  if (before === null || after === null)
    return before === after ? null : { before: before && said(before), after: after && said(after) }
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  const different = names.filter((name) => !isDeepStrictEqual(before[name] ?? null, after[name] ?? null))
  if (different.length === 0) return null
  const only = (all: Properties) => said(Object.fromEntries(different.map((name) => [name, all[name]])))
  return { before: only(before), after: only(after) }
}

function said(all: Properties): Properties {
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value != null))
}
