import type { ShownLimit } from '@/lib/db/schema/station'

/** Under this number a limit is shown that all evses of a station share. */
export const SHARED_LIMIT = '0'

/** From an instant on (epoch ms) an evse draws at most so much; null: nothing that it was told holds then. */
export type ToldStep = { from: number; kw: number | null }

/**
 * What an evse was told to draw at most, from now on: its profile, and what holds after that, at once where the profile
 * is over or was for another transaction. Never empty.
 */
export function toldSteps(
  told: ShownLimit | undefined,
  transactionId: string | undefined,
  now: number,
): [ToldStep, ...ToldStep[]] {
  const afterKw = told?.afterKw ?? null
  const isOfAnother = told?.transactionId !== undefined && told.transactionId !== transactionId
  if (!told || isOfAnother || (told.until !== undefined && now >= told.until)) return [{ from: now, kw: afterKw }]
  const { course, until } = told
  const current = course.findLast(({ from }) => from <= now) ?? course[0]
  const later = course.filter(({ from }) => from > now && (until === undefined || from < until))
  const after = until === undefined ? [] : [{ from: until, kw: afterKw }]
  return [{ from: now, kw: current?.kw ?? null }, ...later, ...after]
}
