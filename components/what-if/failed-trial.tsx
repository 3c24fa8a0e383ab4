import { useText } from '@/components/messages/use-text'
import { Button } from '@/components/ui/button'

/** Why something could not be tried; `onRetry` where the same may succeed at another time. */
export function FailedTrial({ sentence, onRetry }: { sentence: string; onRetry?: () => void }) {
  const text = useText()
  return (
    <div className="flex flex-wrap items-center justify-between gap-2 text-sm">
      <p role="alert" className="text-pretty text-urgent">
        {sentence}
      </p>
      {onRetry && (
        <Button size="small" onClick={onRetry}>
          {text('action.retry')}
        </Button>
      )}
    </div>
  )
}
