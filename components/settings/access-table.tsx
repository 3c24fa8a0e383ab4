import type { ReactNode } from 'react'
import { useText } from '@/components/messages/use-text'

export type AccessRow = { id: string; name: ReactNode; cells: ReactNode[]; action: ReactNode; faded?: boolean }
type AccessTableProps = { nameColumn: string; columns: readonly string[]; rows: readonly AccessRow[] }

/** Who has access: a table on a desk, a card a row on a phone. */
export function AccessTable({ nameColumn, columns, rows }: AccessTableProps) {
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
            className="border-line border-b last:border-b-0 max-md:flex max-md:flex-col max-md:gap-1 max-md:px-5 max-md:py-3"
          >
            <th
              scope="row"
              className={`px-2 py-3 text-left font-medium first:pl-5 max-md:p-0! ${row.faded ? 'text-ink-3 line-through' : ''}`}
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
            <td className="px-2 py-2 pr-5 text-right max-md:p-0 max-md:text-left">{row.action}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
