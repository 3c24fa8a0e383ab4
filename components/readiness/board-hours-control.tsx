import { useText } from '@/components/messages/use-text'
import { BOARD_HOURS } from '@/components/readiness/board-hours'
import { SegmentedControl } from '@/components/ui/segmented-control'

/** How many hours ahead departures are shown. */
export function BoardHoursControl({ hours, onHours }: { hours: number; onHours: (hours: string) => void }) {
  const text = useText()
  return (
    <SegmentedControl
      label={text('readiness.range')}
      className="max-sm:w-full max-sm:*:flex-1"
      value={String(hours)}
      onValueChange={onHours}
      options={BOARD_HOURS.map((value) => ({
        value: String(value),
        label: text('readiness.hours', { hours: value }),
        name: text('readiness.hoursName', { hours: value }),
      }))}
    />
  )
}
