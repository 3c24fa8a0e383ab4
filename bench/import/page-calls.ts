import { kindOf, mappingOf } from '@/components/import/columns'
import { importRows, type SendCall } from '@/components/import/import-rows'
import { previewRows } from '@/components/import/preview-rows'
import { type ReadRow, readRows, writingOf } from '@/components/import/read-rows'
import { readTable } from '@/components/import/read-table'

export const LOCATION = 'north'
export type Post = (path: string, body?: unknown) => Promise<unknown>

/** The rows of a file, as the page recognises them. */
export function readFile(csv: string): ReadRow[] {
  const table = readTable(csv)
  const kind = kindOf(table.headings)
  const mapping = mappingOf(table.headings, kind)
  return readRows(table, { kind, mapping, zone: 'UTC', ...writingOf(table, { kind, mapping }) })
}

/** What would become of the rows: how many are new, and how many cannot be imported. */
export async function preview(post: Post, rows: readonly ReadRow[]) {
  const fates = await previewRows(rows, 'stays', async (vehicles) => {
    const answer = await post('/imports?dryRun=true', { locationUid: LOCATION, vehicles })
    return (answer as Awaited<ReturnType<SendCall>>).results
  })
  const count = (fate: string) => [...fates.values()].filter((one) => one.fate === fate).length
  return { created: count('new'), faults: count('fault') }
}

/** Imports rows; from `stopAt` rows on it is stopped. */
export function bring(post: Post, rows: readonly ReadRow[], stopAt = Number.POSITIVE_INFINITY) {
  let done = 0
  const send: SendCall = async (body) =>
    (await post('/imports', { locationUid: LOCATION, ...body })) as Awaited<ReturnType<SendCall>>
  const options = {
    isStopped: () => done >= stopAt,
    onDone: (now: number) => {
      done = now
    },
    leftWords: ({ entry }: { entry: { vehicleId: string } }) => ({ row: entry.vehicleId, reason: 'Stopped.' }),
  }
  return importRows({ rows, kind: 'stays', name: 'timetable.csv', leftOut: [] }, send, options)
}
