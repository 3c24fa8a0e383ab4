import { AsyncLocalStorage } from 'node:async_hooks'
import { isBootstrapId } from '@/lib/auth/bootstrap-token'
import { connection, type Database } from '@/lib/db/client'
import { tokenCall } from '@/lib/db/schema'
import { log } from '@/lib/log'
import { perProcess } from '@/lib/per-process'
import { DAY_MS } from '@/lib/time/interval'

/**
 * A call that was answered; `at` in epoch ms, sizes null where they are not known. `route`: the path with the names of
 * its parameters, `/vehicles/{vehicleId}`; null: there is no such call.
 */
export type TokenCall = {
  at: number
  method: string
  path: string
  route: string | null
  status: number
  requestBytes: number | null
  responseBytes: number | null
  durationMs: number
}
type Row = typeof tokenCall.$inferInsert

/** So long calls are kept and told, of a token that was revoked too. */
export const CALLS_KEPT_MS = DAY_MS

/** Calls are written together, so that a read stays a read for the database. */
const WRITE_AFTER_MS = 10_000
/** So many calls of a token are rows of their own each time; further ones are summed by what they call and how it went. */
const MOST_APART = 20
const MOST_OF_TOKEN = 100
const MOST_ROWS = 2_000
const LONGEST_PATH = 300
/** What is no call of the API is kept by this name: it may be anything, a secret in the wrong place too. */
const UNKNOWN = '/…'

type OfToken = { rows: Row[]; apart: number; sums: Map<string, Row> }
type Waiting = { tokens: Map<string, OfToken>; rows: number; dropped: number; timer?: NodeJS.Timeout }
const nothing = (): Waiting => ({ tokens: new Map(), rows: 0, dropped: 0, timer: undefined })
const waiting = perProcess('token-calls', nothing)
/** The writing that was begun last. */
const writing = perProcess('token-calls:writing', () => ({ end: Promise.resolve() }))
/** What is written later, and for many, belongs to no request. */
const outsideOfRequests = AsyncLocalStorage.snapshot()

/** Notes what a token's system called. It is written within seconds; who calls does not wait for it. */
export function noteTokenCall(tokenId: string, call: TokenCall): void {
  if (isBootstrapId(tokenId)) return
  const own = waiting.tokens.get(tokenId) ?? { rows: [], apart: 0, sums: new Map() }
  waiting.tokens.set(tokenId, own)
  if (own.apart >= MOST_APART) addToSum(tokenId, own, call)
  else if (addRow(own, rowOf(tokenId, call, call.route === null ? UNKNOWN : call.path))) own.apart += 1
  waiting.timer ??= outsideOfRequests(() => setTimeout(() => void writeTokenCalls(), WRITE_AFTER_MS).unref())
}

/**
 * Writes what was noted and is not written yet. What cannot be written is given up: it is for people who look.
 * @returns when all that was noted so far is written, by whomever
 */
export function writeTokenCalls(db?: Database): Promise<void> {
  const { tokens, dropped, timer } = waiting
  clearTimeout(timer)
  Object.assign(waiting, nothing())
  if (dropped > 0) log.warn({ calls: dropped }, 'calls of tokens were not noted: there were too many kinds at once')
  const parts = [...tokens.values()].map(({ rows }) => rows).filter((rows) => rows.length > 0)
  if (parts.length > 0)
    writing.end = writing.end.then(() => outsideOfRequests(() => writeAll(db ?? connection().db, parts)))
  return writing.end
}

/** In one statement; where that fails in one for each token, so that none is the other's loss. Never rejects. */
async function writeAll(db: Database, parts: readonly Row[][]): Promise<void> {
  try {
    await db.insert(tokenCall).values(parts.flat())
  } catch (error) {
    if (parts.length > 1) for (const part of parts) await writeAll(db, [part])
    else log.warn({ err: error, rows: parts[0]?.length }, 'the calls of a token could not be noted')
  }
}

function addRow(own: OfToken, row: Row): boolean {
  const fits = own.rows.length < MOST_OF_TOKEN && waiting.rows < MOST_ROWS
  if (!fits) {
    waiting.dropped += 1
    return false
  }
  own.rows.push(row)
  waiting.rows += 1
  return true
}

/** `/vehicles/bus-12` is one of `/vehicles/{vehicleId}`. */
function addToSum(tokenId: string, own: OfToken, call: TokenCall): void {
  const path = call.route ?? UNKNOWN
  const name = `${call.method} ${path} ${call.status}`
  const sum = own.sums.get(name)
  if (!sum) {
    const row = rowOf(tokenId, call, path)
    if (addRow(own, row)) own.sums.set(name, row)
    return
  }
  sum.calls += 1
  sum.at = new Date(call.at)
  sum.durationMs = Math.max(sum.durationMs, Math.round(call.durationMs))
  sum.responseBytes = added(sum.responseBytes, call.responseBytes)
  sum.requestBytes = added(sum.requestBytes, call.requestBytes)
}

/** What is known of both together. */
function added(sum: number | null | undefined, one: number | null): number | null {
  return one === null ? (sum ?? null) : (sum ?? 0) + one
}

function rowOf(tokenId: string, { route: _, ...call }: TokenCall, path: string): Row {
  const [at, durationMs] = [new Date(call.at), Math.round(call.durationMs)]
  return { ...call, tokenId, at, durationMs, path: path.slice(0, LONGEST_PATH), calls: 1 }
}
