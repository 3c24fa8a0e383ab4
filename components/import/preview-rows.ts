import type { ImportKind } from '@/components/import/columns'
import type { ReadRow } from '@/components/import/read-rows'
import type { createImport } from '@/lib/contract/import-operations'
import type { OperationAnswer } from '@/lib/contract/operation'
import { codeOf, sentenceOf } from '@/lib/contract/refusal-code'

/** What becomes of a row; `changes`: what differs, `scheduleId`: of which stay, `reasons`: why it cannot be imported. */
export type Fate =
  | { fate: 'new' | 'same' | 'past' }
  | { fate: 'changed'; changes: { name: string; before: unknown; after: unknown }[]; scheduleId?: string }
  | { fate: 'fault'; reasons: Reason[] }

/** What the depot says against a row. `name`: the property, empty for the row itself; left out: the sentence stands alone. */
export type Reason = { name?: string; message: string; code?: string; details?: Record<string, string | number> }

export type ImportEntry = {
  vehicleId: string
  vehicle?: Record<string, unknown>
  schedules?: Record<string, unknown>[]
}
/** What is sent of one vehicle, and of which rows it is. */
export type EntryOfRows = { entry: ImportEntry; rows: ReadRow[] }
export type ImportResult = OperationAnswer<typeof createImport>['results'][number]

/** Rows as they are sent, those of one vehicle together, in the order of the file. */
export function entriesOf(rows: readonly ReadRow[], kind: ImportKind): EntryOfRows[] {
  const byVehicle = new Map<string, ReadRow[]>()
  for (const row of rows) {
    const own = byVehicle.get(row.vehicleId)
    if (own) own.push(row)
    else byVehicle.set(row.vehicleId, [row])
  }
  return [...byVehicle].map(([vehicleId, own]) => ({
    rows: own,
    entry:
      kind === 'vehicles'
        ? { vehicleId, vehicle: own[0]?.said }
        : { vehicleId, schedules: own.map(({ said }) => said) },
  }))
}

const MOST_VEHICLES = 50
const MOST_ROWS = 500
/** What one schedule list may hold at most. */
const MOST_OF_ONE = 1_000

/** Entries in calls that are answered soon, so that there is progress to show and a place to stop. */
export function callsOf(entries: readonly EntryOfRows[]): EntryOfRows[][] {
  const calls: EntryOfRows[][] = []
  let size = 0
  for (const one of entries.flatMap(inParts)) {
    const call = calls.at(-1)
    const isTwice = call?.some(({ entry }) => entry.vehicleId === one.entry.vehicleId)
    size += one.rows.length
    if (call && call.length < MOST_VEHICLES && size <= MOST_ROWS && !isTwice) call.push(one)
    else {
      calls.push([one])
      size = one.rows.length
    }
  }
  return calls
}

function inParts(one: EntryOfRows): EntryOfRows[] {
  const { entry, rows } = one
  if (rows.length <= MOST_OF_ONE) return [one]
  const starts = Array.from({ length: Math.ceil(rows.length / MOST_OF_ONE) }, (_, part) => part * MOST_OF_ONE)
  return starts.map((from) => ({
    rows: rows.slice(from, from + MOST_OF_ONE),
    entry: { ...entry, schedules: entry.schedules?.slice(from, from + MOST_OF_ONE) },
  }))
}

/** What an answer says of the rows of one vehicle. Of one that is refused, rows that are not at fault have no fate yet. */
export function fatesOf({ rows }: EntryOfRows, result: ImportResult, kind: ImportKind): Map<ReadRow, Fate> {
  if (result.error) return faultsOf(rows, result.error)
  if (kind === 'vehicles') return new Map(rows.map((row) => [row, vehicleFate(result)]))
  const past = new Set(result.skipped?.map(({ index }) => index))
  return new Map(rows.map((row, index) => [row, past.has(index) ? { fate: 'past' } : stayFate(row, result)]))
}

function vehicleFate({ vehicle }: ImportResult): Fate {
  if (!vehicle) return { fate: 'same' }
  return vehicle.before ? { fate: 'changed', changes: changesOf(vehicle.before, vehicle.after) } : { fate: 'new' }
}

/** A stay is known by its departure. */
function stayFate({ said }: ReadRow, { created = [], updated = [] }: ImportResult): Fate {
  const departure = said.plannedDepartureTime
  if (created.some((one) => one.plannedDepartureTime === departure)) return { fate: 'new' }
  const change = updated.find(({ after }) => after.plannedDepartureTime === departure)
  if (!change) return { fate: 'same' }
  return { fate: 'changed', changes: changesOf(change.before, change.after), scheduleId: change.after.id }
}

/** Read-only, or the planner's. */
const NOT_SAID = ['evMacAddress', 'plan', 'planMeta', 'explanation', 'v2icp']

function changesOf(before: object, after: object) {
  const [was, will] = [before, after] as Record<string, unknown>[]
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((name) => !NOT_SAID.includes(name))
  return names
    .filter((name) => JSON.stringify(was?.[name]) !== JSON.stringify(will?.[name]))
    .map((name) => ({ name, before: was?.[name], after: will?.[name] }))
}

type Problem = NonNullable<ImportResult['error']>

/** The faults of each row by their paths (`schedules[3].targetSoC`); one that is of no row is of all. */
function faultsOf(rows: readonly ReadRow[], problem: Problem) {
  const fates = new Map<ReadRow, Fate>()
  const errors = errorsOf(problem)
  for (const { path, message } of errors) {
    const [, index, name] = /^schedules\[(\d+)\]\.?(.*)$/.exec(path) ?? []
    const row = index === undefined ? undefined : rows[Number(index)]
    if (!row) continue
    const known = fates.get(row)
    const reasons = known?.fate === 'fault' ? known.reasons : []
    fates.set(row, { fate: 'fault', reasons: [...reasons, { name, ...byRows(coded(message), rows) }] })
  }
  if (fates.size > 0) return fates
  const reasons =
    errors.length > 0
      ? errors.map(({ path, message }): Reason => ({ name: propertyAt(path), ...coded(message) }))
      : [coded(problem.detail)]
  return new Map(rows.map((row): [ReadRow, Fate] => [row, { fate: 'fault', reasons }]))
}

/** The column of a vehicle's row that a path of its call is about: `vehicle.maxChargePowerkW` is `maxChargePowerkW`. */
function propertyAt(path: string): string {
  const [, name = path] = /^vehicle\.(?:chargingPorts\[\d+\]\.)?(.+)$/.exec(path) ?? []
  return name === 'type' ? 'portType' : name
}

type Said = Omit<Reason, 'name'>

export function coded(message: string): Said {
  return { message, ...codeOf(message) }
}

/** An overlap with what is stored names its schedule in the sentence alone. */
function errorsOf({ detail, errors = [] }: Problem): { path: string; message: string }[] {
  const [, path, message] = /^(schedules\[\d+\]) (.*)$/s.exec(detail) ?? []
  if (errors.length > 0 || path === undefined || message === undefined) return errors
  return [{ path, message }]
}

/** People know the entries of a request by their rows. */
function byRows({ message, details, ...said }: Said, rows: readonly ReadRow[]): Said {
  const named = (words: string) =>
    words.replace(/schedules\[(\d+)\]/g, (entry, index) => {
      const row = rows[Number(index)]
      return row ? `row ${row.line}` : entry
    })
  const values = Object.entries(details ?? {}).map(([name, value]) => [
    name,
    typeof value === 'string' ? named(value) : value,
  ])
  return { ...said, message: named(message), ...(details && { details: Object.fromEntries(values) }) }
}

/** While the database answers for one call, the server reads another. */
const AT_ONCE = 2
/** So often are the rows of a refused vehicle tried again without those at fault. */
const ROUNDS = 100
const UNTRIED: Fate = { fate: 'fault', reasons: [coded(sentenceOf('not-tried'))] }

export type Ask = (entries: ImportEntry[]) => Promise<readonly ImportResult[]>

/**
 * What would become of each row that can be read: vehicles are tried, and where one is refused for some rows it is tried
 * again without them, so that every row has its own fate.
 * @param onDone how many rows have one
 */
export async function previewRows(
  rows: readonly ReadRow[],
  kind: ImportKind,
  ask: Ask,
  onDone: (done: number) => void = () => undefined,
): Promise<Map<ReadRow, Fate>> {
  const fates = new Map<ReadRow, Fate>()
  let open = rows.filter(({ faults }) => faults.length === 0)
  for (let round = 0; round < ROUNDS && open.length > 0; round++) {
    const known = fates.size
    const calls = callsOf(entriesOf(open, kind)).values()
    const answerRest = async () => {
      for (const call of calls) {
        const results = await ask(call.map(({ entry }) => entry))
        for (const [index, one] of call.entries()) {
          const result = results[index]
          if (result) for (const [row, fate] of fatesOf(one, result, kind)) fates.set(row, fate)
        }
        onDone(fates.size)
      }
    }
    await Promise.all(Array.from({ length: AT_ONCE }, answerRest))
    open = open.filter((row) => !fates.has(row))
    if (fates.size === known) break
  }
  for (const row of open) fates.set(row, UNTRIED)
  return fates
}
