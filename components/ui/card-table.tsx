import type { ReactNode } from 'react'
import { useText } from '@/components/messages/use-text'

export type CardRow = { id: string; name: ReactNode; cells: ReactNode[]; action: ReactNode; faded?: boolean }
type CardTableProps = { nameColumn: string; columns: readonly string[]; rows: readonly CardRow[] }

/** A table on a desk; on a phone a card a row, its values in lines, with what can be done at their end. */
export function CardTable({ nameColumn, columns, rows }: CardTableProps) {
  const text = useText()
  return (
    <table className="w-full text-sm max-md:block">
      <thead className="max-md:sr-only">
        <tr className="border-line border-b text-left text-ink-3 text-xs">
          {[nameColumn, ...columns].map((column) => (
            <th key={column} scope="col" className="px-2 py-2 font-normal first:pl-5">
              {column}
            </th>
          ))}
          <th scope="col" className="px-2 py-2 pr-5">
            <span className="sr-only">{text('action.more')}</span>
          </th>
        </tr>
      </thead>
      <tbody className="max-md:block">
        {rows.map((row) => (
          <tr
            key={row.id}
            className="border-line border-b last:border-b-0 max-md:flex max-md:flex-wrap max-md:items-baseline max-md:gap-x-5 max-md:gap-y-1 max-md:px-5 max-md:py-3"
          >
            <th
              scope="row"
              className={`px-2 py-3 text-left font-medium first:pl-5 max-md:basis-full max-md:p-0! ${row.faded ? 'text-ink-3 line-through' : ''}`}
            >
              {row.name}
            </th>
            {row.cells.map((cell, index) => (
              <td key={columns[index]} className="px-2 py-3 text-ink-2 max-md:p-0">
                <span aria-hidden className="mr-2 text-ink-3 md:hidden">
                  {columns[index]}
                </span>
                {cell}
              </td>
            ))}
            <td className="px-2 py-2 pr-5 text-right max-md:ml-auto max-md:p-0">{row.action}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
