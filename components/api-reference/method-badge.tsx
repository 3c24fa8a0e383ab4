import { classes } from '@/components/ui/classes'

const TONES: Record<string, string> = {
  GET: 'bg-calm-soft text-calm',
  POST: 'bg-good-soft text-good',
  PUT: 'bg-caution-soft text-caution',
  PATCH: 'bg-caution-soft text-caution',
  DELETE: 'bg-critical-soft text-critical',
}

/** The method of a call: reading, making, changing and removing each in their colour. */
export function MethodBadge({ method, className }: { method: string; className?: string }) {
  return (
    <span className={classes('rounded-sm px-1.5 py-0.5 font-mono font-semibold text-xs', TONES[method], className)}>
      {method}
    </span>
  )
}
