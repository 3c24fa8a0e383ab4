import { Trash2 } from 'lucide-react'
import { useText } from '@/components/messages/use-text'
import { Button } from '@/components/ui/button'

/** Removes a limit that holds for a time, which is named by its times. */
export function RemoveLimitButton({ times, onClick }: { times: string; onClick: () => void }) {
  const text = useText()
  return (
    <Button
      tone="quiet"
      size="small"
      className="pointer-coarse:h-10"
      aria-label={text('datedLimits.removeNamed', { times })}
      onClick={onClick}
    >
      <Trash2 aria-hidden />
      {text('datedLimits.remove')}
    </Button>
  )
}
