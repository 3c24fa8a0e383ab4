import type { z } from 'zod'
import { IN_OUR_WORDS } from '@/lib/contract/issue-sentence'
import type { Operation } from '@/lib/contract/operation'
import { type Fault, malformed } from '@/lib/errors'
import { isBodyless, readJson } from '@/lib/http/read-body'
import { resemblingName } from '@/lib/http/resembling-name'

/** Writes a path as the contract does: `schedules[3].targetSoC`. */
export function faultPath(path: readonly PropertyKey[]): string {
  return path.reduce<string>((written, part) => {
    if (typeof part === 'number') return `${written}[${part}]`
    return written === '' ? String(part) : `${written}.${String(part)}`
  }, '')
}

/** The faults of a failed parse, a union's as one sentence. */
export function faultsOf(error: z.ZodError): Fault[] {
  return error.issues.map(({ path, message }) => ({ path: faultPath(path), message }))
}

/**
 * Parses path, query and body of a request as its operation declares them.
 * @throws Refusal 400 with all faults of all three, or what reading the body refuses
 */
export async function parseInput(operation: Operation, request: Request, rawParams: Record<string, string>) {
  const faults: Fault[] = []
  const check = (schema: z.ZodType | undefined, value: unknown) => {
    if (!schema) return undefined
    const parsed = schema.safeParse(value, IN_OUR_WORDS)
    if (parsed.success) return parsed.data
    faults.push(...faultsOf(parsed.error))
    return undefined
  }
  const params = check(operation.params, rawParams)
  const query = check(operation.query, readQuery(operation, request, faults))
  const isSent = operation.body && !(operation.bodyOptional && isBodyless(request))
  const body = isSent ? check(operation.body, await readJson(request)) : undefined
  if (faults.length > 0) throw malformed(faults.slice(0, MAX_FAULTS))
  return { params, query, body }
}

/**
 * Parses a part of a body that stands for itself.
 * @throws Refusal 400 with all its faults, their paths from this part on
 */
export function parsePart<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const parsed = schema.safeParse(value, IN_OUR_WORDS)
  if (!parsed.success) throw malformed(faultsOf(parsed.error).slice(0, MAX_FAULTS))
  return parsed.data
}

/** Thousands of faults help nobody and cost a lot to send. */
const MAX_FAULTS = 1_000

/** The parameter of the calls that can be tried. */
const TRY = 'dryRun'

/**
 * The declared query parameters. Unknown ones are ignored, but a slip of a known one is a fault: `dryrun` would write. So
 * is `dryRun` itself where a call cannot be tried.
 */
function readQuery(operation: Operation, request: Request, faults: Fault[]): Record<string, string | string[]> {
  const search = new URL(request.url).searchParams
  const query: Record<string, string | string[]> = {}
  const known = Object.keys(operation.query?.shape ?? {})
  for (const name of new Set(search.keys())) {
    const meant = known.includes(name) ? undefined : resemblingName(name, known)
    if (meant !== undefined) faults.push({ path: name, message: `is not known here; write "${meant}"` })
    else if (isMissedTry(operation, known, name))
      faults.push({ path: name, message: 'is not known here: this call cannot be tried, it writes; leave it out' })
  }
  for (const name of known) {
    const values = search.getAll(name)
    if (values.length === 0) continue
    if (operation.repeatable?.includes(name)) query[name] = values
    else if (values.length > 1) faults.push({ path: name, message: 'must be given once' })
    else query[name] = values[0] ?? ''
  }
  return query
}

function isMissedTry({ method }: Operation, known: readonly string[], name: string): boolean {
  return method !== 'GET' && !known.includes(TRY) && resemblingName(name, [TRY]) !== undefined
}
