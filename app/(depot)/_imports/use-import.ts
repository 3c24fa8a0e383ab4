'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { call } from '@/app/(depot)/_data/call'
import { refreshDepot } from '@/app/(depot)/_data/change-depot'
import { useDepot } from '@/app/(depot)/_depot/depot-context'
import { refreshFleet } from '@/app/(depot)/_imports/use-undo-import'
import { importRows, type SendCall, type ToImport } from '@/components/import/import-rows'
import { useText } from '@/components/messages/use-text'

/** Imports rows at the depot; `stop` ends it between two calls. `done`: how many rows are imported. */
export function useImport() {
  const text = useText()
  const queries = useQueryClient()
  const { location } = useDepot()
  const stopped = useRef(false)
  const [done, setDone] = useState(0)
  const send: SendCall = async (body) =>
    (await call('createImport', 'POST /imports', { body: { locationUid: location.id, ...body } })).body
  const run = useMutation({
    mutationFn: (order: ToImport) => {
      stopped.current = false
      setDone(0)
      return importRows(order, send, {
        isStopped: () => stopped.current,
        onDone: setDone,
        leftWords: ({ entry, rows }) => ({ row: entry.vehicleId, reason: text('import.left', { count: rows.length }) }),
      })
    },
    onSettled: () => Promise.all([refreshDepot(queries), refreshFleet(queries)]),
  })
  return { run, done, stop: () => (stopped.current = true) }
}
