'use client'

import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { call } from '@/app/(depot)/_data/call'
import { refreshDepot } from '@/app/(depot)/_data/change-depot'
import { useSend } from '@/app/(depot)/_data/use-send'
import type { ImportKept } from '@/lib/contract/import'

/** What was taken back, by all calls together, what stays, and whether the import is undone by it. */
export type Undone = { restored: number; kept: ImportKept[]; isUndone: boolean }

/** Takes an import back. What one call has no time for, the next one does. */
export function useUndoImport(importId: string, after?: (undone: Undone) => void) {
  const queries = useQueryClient()
  return useSend(
    () => undoWhole(importId),
    (undone) => {
      after?.(undone)
      return Promise.all([refreshDepot(queries), refreshFleet(queries)])
    },
  )
}

async function undoWhole(importId: string): Promise<Undone> {
  const params = { importId }
  let total = 0
  for (;;) {
    const { restored, kept } = (await call('undoImport', 'POST /imports/{importId}/undo', { params })).body
    total += restored
    const { undone } = (await call('getImport', 'GET /imports/{importId}', { params })).body
    if (undone || restored === 0) return { restored: total, kept, isUndone: undone !== undefined }
  }
}

/** Asks again for what shows the fleet and its imports. */
export function refreshFleet(queries: QueryClient): Promise<unknown> {
  return Promise.all(['vehicles', 'vehicle', 'imports'].map((key) => queries.invalidateQueries({ queryKey: [key] })))
}
