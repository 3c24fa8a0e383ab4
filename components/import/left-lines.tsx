import { messageWords, type RefusalReading } from '@/components/format/refusal-words'
import { classes } from '@/components/ui/classes'
import type { ImportKept } from '@/lib/contract/import'

/** What an import left out, or undoing it left as it is: a line each, in a part of the screen. */
export function LeftLines({ lines, className }: { lines: readonly string[]; className?: string }) {
  return (
    <ul className={classes('max-h-64 overflow-y-auto text-ink-2', className)}>
      {lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two of them may say the same, and none moves
        <li key={index}>{line}</li>
      ))}
    </ul>
  )
}

/** What the server refused has a reason in its sentences, with paths before them; what a file left out has one of its own. */
export function leftOutLine({ row, reason }: { row: string; reason: string }, reading: RefusalReading): string {
  const pieces = reason.split('; ').map((piece) => {
    const [, path = '', message = piece] = /^([\w[\].]+: )(.+)$/.exec(piece) ?? []
    return `${path}${messageWords(message, reading) ?? message}`
  })
  return `${row}: ${messageWords(reason, reading) ?? pieces.join('; ')}`
}

export const keptLine = ({ id, vehicleId, reason }: ImportKept, reading: RefusalReading) =>
  `${id === vehicleId ? id : `${vehicleId}, ${id}`}: ${messageWords(reason, reading) ?? reason}`
