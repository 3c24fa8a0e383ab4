import { isBootstrapId } from '@/lib/auth/bootstrap-token'
import { type Database, reservedConnection } from '@/lib/db/client'
import { tokenCall } from '@/lib/db/schema'
import { log } from '@/lib/log'
import { perProcess } from '@/lib/per-process'

/** A call that was answered; `at` in epoch ms, `requestBytes` null where the client did not say it. */
export type TokenCall = {
  at: number
  method: string
  path: string
  status: number
  requestBytes: number | null
  responseBytes: number
  durationMs: number
}
type Row = typeof tokenCall.$inferInsert

/** Calls are written together, so that a read stays a read for the database. */
const WRITE_AFTER_MS = 10_000
/** So many calls of a token are rows of their own each time; further ones are summed by what they call and how it went. */
const MOST_APART = 20
const MOST_ROWS = 2_000
const LONGEST_PATH = 300

type Waiting = { rows: Row[]; apart: Map<string, number>; sums: Map<string, Row>; timer?: NodeJS.Timeout }
const waiting = perProcess<Waiting>('token-calls', () => ({ rows: [], apart: new Map(), sums: new Map() }))

/** Notes what a token's system called. It is written within seconds; who calls does not wait for it. */
export function noteTokenCall(tokenId: string, call: TokenCall): void {
  if (isBootstrapId(tokenId)) return
  const count = waiting.apart.get(tokenId) ?? 0
  if (count >= MOST_APART) addToSum(tokenId, call)
  else if (addRow(rowOf(tokenId, call, call.path))) waiting.apart.set(tokenId, count + 1)
  waiting.timer ??= setTimeout(() => void writeTokenCalls(reservedConnection('identity').db), WRITE_AFTER_MS).unref()
}

/** Writes what was noted and is not written yet. What cannot be written is given up: it is for people who look. */
export async function writeTokenCalls(db: Database): Promise<void> {
  const { rows, timer } = waiting
  clearTimeout(timer)
  Object.assign(waiting, { rows: [], apart: new Map(), sums: new Map(), timer: undefined })
  if (rows.length === 0) return
  await db
    .insert(tokenCall)
    .values(rows)
    .catch((error) => log.warn({ err: error, rows: rows.length }, 'the calls of tokens could not be noted'))
}

function addRow(row: Row): boolean {
  if (waiting.rows.length >= MOST_ROWS) return false
  waiting.rows.push(row)
  return true
}

/** `/vehicles/bus-12` is one of `/vehicles/…`. */
function addToSum(tokenId: string, call: TokenCall): void {
  const path = call.path.replace(/^(\/[^/]*)\/.*$/s, '$1/…')
  const name = `${tokenId} ${call.method} ${path} ${call.status}`
  const sum = waiting.sums.get(name)
  if (!sum) {
    const row = rowOf(tokenId, call, path)
    if (addRow(row)) waiting.sums.set(name, row)
    return
  }
  sum.calls += 1
  sum.at = new Date(call.at)
  sum.durationMs = Math.max(sum.durationMs, Math.round(call.durationMs))
  sum.responseBytes += call.responseBytes
  if (call.requestBytes !== null) sum.requestBytes = (sum.requestBytes ?? 0) + call.requestBytes
}

function rowOf(tokenId: string, call: TokenCall, path: string): Row {
  const [at, durationMs] = [new Date(call.at), Math.round(call.durationMs)]
  return { ...call, tokenId, at, durationMs, path: path.slice(0, LONGEST_PATH), calls: 1 }
}
