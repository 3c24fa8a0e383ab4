import type { ImportKind } from '@/components/import/columns'
import {
  callsOf,
  type EntryOfRows,
  entriesOf,
  type ImportEntry,
  type ImportResult,
} from '@/components/import/preview-rows'
import type { ReadRow } from '@/components/import/read-rows'

/** A row of the file, or a vehicle, that is not imported, and why. */
export type LeftOut = { row: string; reason: string }

/** What is imported, and what of the file is not, so that people find it again. */
export type ToImport = { rows: readonly ReadRow[]; kind: ImportKind; name: string | null; leftOut: LeftOut[] }

/** `left`: what was not reached; `fault`: why it ended before its end, although a part of it was imported. */
export type Imported = { id: string; rows: number; left: EntryOfRows[]; fault?: Error }

/** What one call says beside where it is. */
export type ImportCall = { id?: string; name?: string | null; leftOut?: LeftOut[]; vehicles: ImportEntry[] }
export type SendCall = (call: ImportCall) => Promise<{ id?: string; results: readonly ImportResult[] }>

type Options = {
  isStopped: () => boolean
  /** How many rows are imported. */
  onDone: (done: number) => void
  /** What people are told of a vehicle that was not reached. */
  leftWords: (left: EntryOfRows) => LeftOut
}

/**
 * Imports rows in calls of some vehicles each. It stops between two of them and never amid a vehicle; what was not
 * reached is named with the import.
 * @throws what the first call throws: then nothing is imported
 */
export async function importRows(
  { rows, kind, name, leftOut }: ToImport,
  send: SendCall,
  { isStopped, onDone, leftWords }: Options,
): Promise<Imported> {
  const calls = callsOf(entriesOf(rows, kind))
  const imported: Imported = { id: '', rows: 0, left: [] }
  const begun = new Set<string>()
  for (const [at, part] of calls.entries()) {
    const goesOn = part.some(({ entry }) => begun.has(entry.vehicleId))
    if (at > 0 && isStopped() && !goesOn) return endWith(calls.slice(at))
    const vehicles = part.map(({ entry }) => entry)
    const call: ImportCall = at === 0 ? { name, leftOut, vehicles } : { name, id: imported.id, vehicles }
    const answer = await send(call).catch((fault: Error) => fault)
    if (answer instanceof Error) {
      if (at === 0) throw answer
      return { ...(await endWith(calls.slice(at))), fault: answer }
    }
    imported.id = answer.id ?? imported.id
    for (const [index, { status }] of answer.results.entries())
      if (status === 200) imported.rows += part[index]?.rows.length ?? 0
    for (const { vehicleId } of vehicles) begun.add(vehicleId)
    onDone(imported.rows)
  }
  return imported

  /** That its rest cannot be written down changes nothing of what was imported. */
  async function endWith(rest: EntryOfRows[][]): Promise<Imported> {
    const left = rest.flat()
    const named = left.map(leftWords).slice(0, MOST_LEFT_OUT)
    await send({ id: imported.id, name, leftOut: named, vehicles: [] }).catch(() => undefined)
    return { ...imported, left }
  }
}

/** So many rows that are left out one call takes. */
export const MOST_LEFT_OUT = 1_000
