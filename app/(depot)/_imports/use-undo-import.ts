'use client'

import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { call } from '@/app/(depot)/_data/call'
import { refreshDepot } from '@/app/(depot)/_data/change-depot'
import { useSend } from '@/app/(depot)/_data/use-send'

/** Takes an import back. What one call has no time for, the next one does. */
export function useUndoImport(importId: string, after?: () => void) {
  const queries = useQueryClient()
  return useSend(
    () => undoWhole(importId),
    () => {
      after?.()
      return Promise.all([refreshDepot(queries), refreshFleet(queries)])
    },
  )
}

async function undoWhole(importId: string): Promise<void> {
  const params = { importId }
  for (;;) {
    const { restored } = (await call('undoImport', 'POST /imports/{importId}/undo', { params })).body
    const { undone } = (await call('getImport', 'GET /imports/{importId}', { params })).body
    if (undone || restored === 0) return
  }
}

/** Asks again for what shows the fleet and its imports. */
export function refreshFleet(queries: QueryClient): Promise<unknown> {
  return Promise.all(['vehicles', 'vehicle', 'imports'].map((key) => queries.invalidateQueries({ queryKey: [key] })))
}
