'use client'

import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { lastImportQuery } from '@/app/(depot)/_data/queries'
import { useDepot, useMay } from '@/app/(depot)/_depot/depot-context'
import { UndoDialog } from '@/app/(depot)/_imports/undo-dialog'
import { type Reading, timeAgo } from '@/components/format/instant-format'
import { LeftLines } from '@/components/import/left-lines'
import { leftOutLine } from '@/components/import/left-words'

/** The last import for this depot: when, by whom, what it refused, which a click shows, and for a day the way back. */
export function LastImport({ now, reading }: { now: number; reading: Reading }) {
  const { text } = reading
  const { location } = useDepot()
  const mayChange = useMay('write')
  const { data } = useQuery(lastImportQuery(location.id))
  const [undoes, setUndoes] = useState(false)
  if (!data) return null
  const { by: name, vehicles, schedules, leftOut, leftOutCount, undone } = data
  const mayUndo = mayChange && !undone && vehicles > 0 && now <= Date.parse(data.undoUntil)
  const ago = timeAgo(Date.parse(data.updatedAt), now, reading)
  const parts = [
    ...(vehicles > 0 ? [text('import.lastVehicles', { count: vehicles })] : []),
    ...(schedules > 0 ? [text('import.lastStays', { count: schedules })] : []),
  ]
  return (
    <div className="no-print -mt-2 flex flex-wrap items-baseline gap-x-4 gap-y-1 text-ink-3 text-xs">
      <p className="flex flex-wrap gap-x-2">
        <span>
          {text('import.last', { ago, name, parts: parts.join(', ') || text('import.lastNothing') })}
          {undone && ` (${text('import.lastUndone')})`}
        </span>
        {mayUndo && (
          <button
            type="button"
            className="text-ink-2 underline hover:text-ink pointer-coarse:py-2"
            onClick={() => setUndoes(true)}
          >
            {text('import.lastUndo')}
          </button>
        )}
      </p>
      {!undone && leftOut.length > 0 && (
        <details className="open:basis-full">
          <summary className="cursor-pointer text-urgent">
            {text('import.lastRefused', { count: leftOutCount })}
          </summary>
          <LeftLines
            className="mt-1"
            lines={[
              ...leftOut.map((one) => leftOutLine(one, reading)),
              ...(leftOutCount > leftOut.length ? ['…'] : []),
            ]}
          />
        </details>
      )}
      {undoes && <UndoDialog importId={data.id} onClose={() => setUndoes(false)} />}
    </div>
  )
}
