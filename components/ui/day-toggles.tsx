'use client'

import { ToggleGroup } from 'radix-ui'
import { useText } from '@/components/messages/use-text'
import { WEEKDAYS } from '@/lib/contract/enumerations'

type Weekday = (typeof WEEKDAYS)[number]
type DayTogglesProps = { label: string; value: readonly Weekday[]; onChange: (days: Weekday[]) => void }

/** A choice of weekdays. */
export function DayToggles({ label, value, onChange }: DayTogglesProps) {
  const text = useText()
  return (
    <ToggleGroup.Root
      type="multiple"
      aria-label={label}
      value={[...value]}
      onValueChange={(days) => onChange(WEEKDAYS.filter((day) => days.includes(day)))}
      className="flex max-w-full flex-wrap self-start rounded-md border border-line-control bg-surface p-0.5"
    >
      {WEEKDAYS.map((day) => (
        <ToggleGroup.Item
          key={day}
          value={day}
          className="h-8 rounded-sm px-2 text-ink-3 text-xs data-[state=on]:bg-accent-soft data-[state=on]:font-medium data-[state=on]:text-accent-strong pointer-coarse:h-10"
        >
          {text(`day.${day}`)}
        </ToggleGroup.Item>
      ))}
    </ToggleGroup.Root>
  )
}
