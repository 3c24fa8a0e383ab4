'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { call } from '@/app/(depot)/_data/call'
import { refreshDepot } from '@/app/(depot)/_data/change-depot'
import { useDepot } from '@/app/(depot)/_depot/depot-context'
import type { ImportKind } from '@/components/import/columns'
import { callsOf, entriesOf } from '@/components/import/preview-rows'
import type { ReadRow } from '@/components/import/read-rows'

/** What is imported, and what of the file is not, so that people find it again. */
export type ToImport = {
  rows: ReadRow[]
  kind: ImportKind
  name: string | null
  leftOut: { row: string; reason: string }[]
}
/** `fault`: why it ended before its end, although a part of it was imported, which can be undone. */
export type Imported = { id: string; rows: number; stopped: boolean; fault?: Error }

/**
 * Imports rows in calls of some vehicles each: `stop` ends it between two of them, so that nothing is there by half.
 * `done`: how many rows are imported.
 */
export function useImport() {
  const queries = useQueryClient()
  const { location } = useDepot()
  const stopped = useRef(false)
  const [done, setDone] = useState(0)
  const run = useMutation({
    mutationFn: async ({ rows, kind, name, leftOut }: ToImport): Promise<Imported> => {
      stopped.current = false
      setDone(0)
      const calls = callsOf(entriesOf(rows, kind))
      let id: string | undefined
      let imported = 0
      for (const part of calls) {
        if (stopped.current && id) return { id, rows: imported, stopped: true }
        const begins = id === undefined
        const body = {
          ...{ locationUid: location.id, name, vehicles: part.map(({ entry }) => entry) },
          ...(begins ? { leftOut } : { id }),
        }
        const sent = await call('createImport', 'POST /imports', { body }).catch((fault: Error) => fault)
        if (sent instanceof Error) {
          if (id === undefined) throw sent
          return { id, rows: imported, stopped: true, fault: sent }
        }
        const answer = sent.body
        id = answer.id ?? id
        for (const [index, { status }] of answer.results.entries())
          if (status === 200) imported += part[index]?.rows.length ?? 0
        setDone(imported)
      }
      return { id: id ?? '', rows: imported, stopped: false }
    },
    onSettled: () => Promise.all([refreshDepot(queries), refreshFleet(queries)]),
  })
  return { run, done, stop: () => (stopped.current = true) }
}

/** Asks again for what shows the fleet and its imports. */
export function refreshFleet(queries: ReturnType<typeof useQueryClient>): Promise<unknown> {
  return Promise.all(['vehicles', 'vehicle', 'imports'].map((key) => queries.invalidateQueries({ queryKey: [key] })))
}
