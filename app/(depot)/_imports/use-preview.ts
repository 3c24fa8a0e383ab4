'use client'

import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '@/app/(depot)/_data/call'
import { settled } from '@/app/(depot)/_data/settled'
import { useDepot } from '@/app/(depot)/_depot/depot-context'
import type { ImportKind } from '@/components/import/columns'
import { type ImportEntry, previewRows } from '@/components/import/preview-rows'
import type { ReadRow } from '@/components/import/read-rows'
import type { ImportOrigin } from '@/lib/contract/import'

/** Tries rows at the depot, and writes nothing. `done`: how many are tried. */
export function usePreview(rows: readonly ReadRow[], kind: ImportKind, origin: ImportOrigin) {
  const { location } = useDepot()
  const [done, setDone] = useState(0)
  const query = useQuery({
    queryKey: ['import-preview', location.id, kind, origin, rows],
    enabled: rows.length > 0,
    queryFn: async ({ signal }) => {
      await settled(signal)
      setDone(0)
      const ask = async (vehicles: ImportEntry[]) => {
        const request = { query: { dryRun: 'true' as const }, body: { locationUid: location.id, origin, vehicles } }
        return (await call('createImport', 'POST /imports', request, signal)).body.results
      }
      return previewRows(rows, kind, ask, setDone)
    },
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    retry: false,
    structuralSharing: false,
  })
  return { query, done }
}
