import { coded, type Fate, type Reason } from '@/components/import/preview-rows'
import type { CellFault, ReadRow } from '@/components/import/read-rows'
import { sentenceOf } from '@/lib/contract/refusal-code'

/** Why a row cannot be imported: what cannot be read of it, then what the depot says; none where it can. */
export function reasonsOf({ faults }: ReadRow, fate: Fate | undefined): Reason[] {
  return [...faults.map(cellReason), ...(fate?.fate === 'fault' ? fate.reasons : [])]
}

function cellReason({ property: name, cell, why }: CellFault): Reason {
  const sentence = why === 'missing' ? sentenceOf(why) : sentenceOf(`cell-${why}`, { cell: shown(cell) })
  return { name, ...coded(sentence) }
}

const LONGEST_CELL = 100

/** A cell in a sentence: in one line, and without what parts the reasons of a row. */
function shown(cell: string): string {
  const line = cell.replace(/\s+/g, ' ').replaceAll('; ', ';')
  return line.length > LONGEST_CELL ? `${line.slice(0, LONGEST_CELL - 1)}…` : line
}
