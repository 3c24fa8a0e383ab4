import Papa from 'papaparse'
import { plainCell } from '@/components/format/csv-cell'

export const SEPARATORS = [';', ',', '\t', '|'] as const
export type Separator = (typeof SEPARATORS)[number]

/** A file as a table; `lines`: the number of each row in the file, the heading's is 1. */
export type Table = { separator: Separator; headings: string[]; rows: string[][]; lines: number[] }

/**
 * Reads text with separators (RFC 4180). A byte order mark, Excel's line `sep=;` and empty rows are no part of the table.
 * @param separator as somebody has chosen it; else it is recognised
 */
export function readTable(text: string, separator?: Separator): Table {
  const { body, said } = withoutPreamble(text)
  const chosen = separator ?? said
  const between = chosen ?? recognised(body)
  const { data } = Papa.parse<string[]>(body, { delimiter: between })
  const filled = data
    .map((cells, index) => ({ cells: cells.map((cell) => plainCell(cell, between)), line: index + (said ? 2 : 1) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''))
  const [head, ...rest] = filled
  return {
    separator: between,
    headings: head?.cells ?? [],
    rows: rest.map(({ cells }) => cells),
    lines: rest.map(({ line }) => line),
  }
}

/** By the first lines. Empty ones do not count: the end of a short file would look like a row of one cell. */
function recognised(body: string): Separator {
  const guess = { preview: 1, skipEmptyLines: 'greedy' as const, delimitersToGuess: [...SEPARATORS] }
  const { meta } = Papa.parse<string[]>(body, guess)
  return SEPARATORS.find((one) => one === meta.delimiter) ?? ','
}

function withoutPreamble(text: string): { body: string; said: Separator | undefined } {
  const body = text.replace(/^\uFEFF/, '')
  const said = /^sep=(.)\r?\n/i.exec(body)
  return { body: said ? body.slice(said[0].length) : body, said: SEPARATORS.find((one) => one === said?.[1]) }
}
