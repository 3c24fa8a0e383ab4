import type { z } from 'zod'
import type { DepotProblem } from '@/lib/planner/problem'
import { problemSchema } from '@/lib/planner/problem-schema'

/** One thing wrong with a problem: where, as a path like `schedules[3].ev.maxPowerkW`, and what to do about it. */
export interface Fault {
  path: string
  message: string
}

/**
 * Reads a `depot-problem/1` from JSON. Gives the problem with everything optional filled in, or every fault with its
 * path. To ignore a limit would be dangerous, so an unknown property is a fault and `site.powerLimitkW` must be given.
 * Also faults: numbers that are not finite, an end before its beginning, a minimum above its maximum, SoC outside
 * 0–100, an id used twice, and base loads or prices that overlap (limits may: the lowest holds; fixed loads add up).
 */
export function parseProblem(json: unknown): { problem: DepotProblem } | { faults: Fault[] } {
  const { data, error } = problemSchema.safeParse(json, { reportInput: true })
  return error ? { faults: error.issues.flatMap(faultsOf) } : { problem: completed(data) }
}

/** A vehicle is present once its stay has begun, unless said otherwise; a curve without points is none. */
function completed({ schedules, ...problem }: z.output<typeof problemSchema>): DepotProblem {
  return {
    ...problem,
    schedules: schedules.map(({ present, ev: { chargingCurve, ...ev }, ...schedule }) => ({
      ...schedule,
      present: present ?? schedule.from <= problem.now,
      ev: { ...ev, ...(chargingCurve.length > 0 && { chargingCurve }) },
    })),
  }
}

function faultsOf(issue: z.core.$ZodIssue): Fault[] {
  const at = (path: readonly PropertyKey[]) => pathOf(path) || '(problem)'
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({ path: at([...issue.path, key]), message: issue.message }))
  return [{ path: at(issue.path), message: sentenceOf(issue) }]
}

function pathOf(path: readonly PropertyKey[]): string {
  return path
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
    .join('')
    .replace(/^\./, '')
}

const KINDS: Record<string, string> = {
  number: 'a finite number',
  string: 'a text',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
}

/** What the value must be, in the words of whoever writes a problem by hand. */
function sentenceOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_value') return `must be one of: ${issue.values.join(', ')}`
  if (issue.code === 'too_small')
    return issue.origin === 'string'
      ? 'must be a text that is not empty'
      : `must be ${issue.inclusive ? 'at least' : 'above'} ${issue.minimum}, not ${issue.input}`
  if (issue.code === 'too_big') return `must be at most ${issue.maximum}, not ${issue.input}`
  if (issue.code !== 'invalid_type') return issue.message
  const kind = KINDS[issue.expected] ?? issue.expected
  return issue.input === undefined ? `is missing: give ${kind}` : `must be ${kind}`
}
