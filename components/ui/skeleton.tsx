import { classes } from '@/components/ui/classes'

/** The place of something that is on its way; give it the size of what will come, so that nothing jumps. */
export function Skeleton({ className }: { className?: string }) {
  return <span aria-hidden className={classes('block animate-breathe rounded-md bg-muted-soft', className)} />
}

/** Rows of a list that is on its way. */
export function SkeletonRows({ rows = 8, height = 'h-14', label }: { rows?: number; height?: string; label: string }) {
  return (
    <div
      role="status"
      aria-label={label}
      className="flex flex-col gap-px overflow-hidden rounded-lg border border-line bg-line"
    >
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows are alike and never move
        <span key={row} className={classes('flex items-center gap-4 bg-surface px-4', height)}>
          <Skeleton className="h-4 w-20" />
          <Skeleton className="hidden h-3 w-28 sm:block" />
          <Skeleton className="ml-auto h-3 w-40" />
          <Skeleton className="h-6 w-20 rounded-full" />
        </span>
      ))}
    </div>
  )
}
