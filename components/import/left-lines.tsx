import { classes } from '@/components/ui/classes'

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
