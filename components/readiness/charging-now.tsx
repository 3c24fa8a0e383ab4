import { Zap } from 'lucide-react'
import { useText } from '@/components/messages/use-text'
import { classes } from '@/components/ui/classes'

/** That a vehicle charges at full power whatever the strategy says, and by whose word. */
export function ChargingNow({ by, className }: { by: string; className?: string }) {
  const text = useText()
  return (
    <p className={classes('flex min-w-0 items-center gap-1 font-medium text-calm text-xs', className)}>
      <Zap aria-hidden className="size-3.5 shrink-0" />
      <span className="truncate">{text('chargeNow.by', { name: by })}</span>
    </p>
  )
}
