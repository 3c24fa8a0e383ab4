'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { call } from '@/app/(depot)/_data/call'
import { refreshDepot } from '@/app/(depot)/_data/change-depot'
import { useDepot } from '@/app/(depot)/_depot/depot-context'
import { refreshFleet } from '@/app/(depot)/_imports/use-undo-import'
import { type Imported, importRows, type SendCall, type ToImport } from '@/components/import/import-rows'
import type { ImportOrigin } from '@/lib/contract/import'
import { sentenceOf } from '@/lib/contract/refusal-code'

export type ImportRun = ReturnType<typeof useImport>

/**
 * Imports rows at the depot; `stop` ends it between two calls, and so does leaving what uses it. It belongs to the whole
 * screen or drawer, so that a run keeps its way to be stopped and its result whatever is shown meanwhile.
 * `done`: how many rows are imported.
 */
export function useImport(origin: ImportOrigin, onImported: (imported: Imported) => void) {
  const queries = useQueryClient()
  const { location } = useDepot()
  const stopped = useRef(false)
  const [done, setDone] = useState(0)
  const send: SendCall = async (body) =>
    (await call('createImport', 'POST /imports', { body: { locationUid: location.id, origin, ...body } })).body
  const run = useMutation({
    mutationFn: (order: ToImport) => {
      stopped.current = false
      setDone(0)
      return importRows(order, send, {
        isStopped: () => stopped.current,
        onDone: setDone,
        leftWords: ({ entry, rows }) => ({
          row: entry.vehicleId,
          reason: sentenceOf('not-reached', { rows: rows.length }),
        }),
      })
    },
    onSuccess: onImported,
    // The run is over before the pages have followed.
    onSettled: () => {
      void Promise.all([refreshDepot(queries), refreshFleet(queries)])
    },
  })
  useEffect(
    () => () => {
      stopped.current = true
    },
    [],
  )
  return { origin, run, done, stop: () => (stopped.current = true) }
}
