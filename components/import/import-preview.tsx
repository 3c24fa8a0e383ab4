'use client'

import type { ReactNode } from 'react'
import type { Reading } from '@/components/format/instant-format'
import type { ImportKind } from '@/components/import/columns'
import { faultWords, whatWords } from '@/components/import/fate-words'
import type { Fate } from '@/components/import/preview-rows'
import type { ReadRow } from '@/components/import/read-rows'
import { useText } from '@/components/messages/use-text'
import { classes } from '@/components/ui/classes'
import { Panel, PanelHeader } from '@/components/ui/panel'

const FATES = ['new', 'changed', 'same', 'past', 'fault'] as const
/** So many rows are shown; those with faults come first. */
const MOST_SHOWN = 200
const ORDER: Record<Fate['fate'], number> = { fault: 0, changed: 1, new: 2, past: 3, same: 4 }

type PreviewProps = {
  /** Whether rows are known by their numbers in a file. */
  numbered: boolean
  kind: ImportKind
  rows: readonly ReadRow[]
  fates: ReadonlyMap<ReadRow, Fate>
  reading: Reading
  /** How far the preview is; null: it is whole. */
  progress: ReactNode
  children: ReactNode
}

/** What would become of each row, what is at fault first. */
export function ImportPreview({ numbered, kind, rows, fates, reading, progress, children }: PreviewProps) {
  const text = useText()
  const fateOf = (row: ReadRow): Fate['fate'] | undefined => (row.faults.length > 0 ? 'fault' : fates.get(row)?.fate)
  const rank = (row: ReadRow) => ORDER[fateOf(row) ?? 'same']
  const ordered = rows.toSorted((a, b) => rank(a) - rank(b) || a.line - b.line)
  const counts = FATES.flatMap((fate) => {
    const count = rows.filter((row) => fateOf(row) === fate).length
    return count > 0 ? [text(`import.count.${fate}`, { count })] : []
  })
  return (
    <Panel>
      <PanelHeader title={text('import.preview')} note={<span role="status">{progress ?? counts.join(' · ')}</span>}>
        {children}
      </PanelHeader>
      <div className="overflow-x-auto">
        <table className="w-full text-sm">
          <thead className="max-sm:sr-only">
            <tr className="text-left text-ink-3">
              {numbered && <th className="w-20 px-5 py-2 text-right font-normal">{text('import.row')}</th>}
              <th className={classes('px-3 py-2 font-normal', !numbered && 'pl-5')}>{text('import.vehicle')}</th>
              <th className="px-3 py-2 font-normal">{text('import.fate')}</th>
              <th className="px-3 py-2 font-normal">{text('import.what')}</th>
            </tr>
          </thead>
          <tbody>
            {ordered.slice(0, MOST_SHOWN).map((row) => {
              const fate = fateOf(row)
              const isFault = faultWords(row, fates.get(row), { kind, reading }).length > 0
              return (
                <tr
                  key={row.line}
                  className="border-line border-t align-top max-sm:flex max-sm:flex-wrap max-sm:gap-x-3 max-sm:px-5 max-sm:py-1.5"
                >
                  {numbered && <td className="px-5 py-1.5 text-right tabular-nums max-sm:p-0">{row.line}</td>}
                  <td className={classes('px-3 py-1.5 max-sm:p-0', !numbered && 'pl-5')}>{row.vehicleId || '—'}</td>
                  <td
                    className={classes(
                      'whitespace-nowrap px-3 py-1.5 max-sm:p-0',
                      isFault && 'font-medium text-critical',
                    )}
                  >
                    {fate ? text(`import.fate.${fate}`) : '…'}
                  </td>
                  <td
                    className={classes(
                      'wrap-anywhere px-3 py-1.5 max-sm:w-full max-sm:p-0',
                      isFault && 'text-critical',
                    )}
                  >
                    {whatWords(row, fates.get(row), { kind, reading })}
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
      {rows.length > MOST_SHOWN && (
        <p className="border-line border-t px-5 py-3 text-ink-3 text-sm">
          {text('import.more', { count: rows.length - MOST_SHOWN })}
        </p>
      )}
    </Panel>
  )
}
