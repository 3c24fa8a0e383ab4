import type { ReactNode } from 'react'
import { classes } from '@/components/ui/classes'

type ReportTableProps = {
  caption: string
  heads: readonly string[]
  /** The first cell names the row; of the others, numbers stand at the right. */
  rows: readonly { key: string; cells: readonly ReactNode[] }[]
  /** How many cells from the left are words. */
  words?: number
}

/** A table of a report: it scrolls sideways on a phone, and its heading comes again on each printed page. */
export function ReportTable({ caption, heads, rows, words = 1 }: ReportTableProps) {
  const place = (index: number) => classes('print:px-1.5', index < words ? 'text-left' : 'whitespace-nowrap text-right')
  return (
    <section
      aria-label={caption}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
      tabIndex={0}
      className="overflow-x-auto print:overflow-visible"
    >
      <table className="w-full text-sm print:text-xs">
        <thead className="bg-sunken text-ink-3 text-xs">
          <tr>
            {heads.map((head, index) => (
              <th
                key={head}
                scope="col"
                className={classes('px-4 py-1.5 font-normal print:whitespace-normal', place(index))}
              >
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells }) => (
            <tr key={key} className="break-inside-avoid border-line border-t">
              {cells.map((cell, index) =>
                index === 0 ? (
                  <th
                    key={heads[index]}
                    scope="row"
                    className="min-w-28 px-4 py-1 text-left font-medium print:min-w-0 print:px-1.5"
                  >
                    {cell}
                  </th>
                ) : (
                  <td key={heads[index]} className={classes('px-4 py-1', place(index))}>
                    {cell}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
