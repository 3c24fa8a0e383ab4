import { useLocale, useText } from '@/components/messages/use-text'
import { minutesOf, type WeekSlot } from '@/components/settings/week-slots'
import { WEEKDAYS } from '@/lib/contract/location'

const DAY_MINUTES = 1_440
const HOUR_MARKS = [0, 6, 12, 18, 24]

type WeekPictureProps = { name: string; unit: string; slots: readonly WeekSlot[] }

/** A week at a glance: a strip a day, the deeper the colour the higher the value. */
export function WeekPicture({ name, unit, slots }: WeekPictureProps) {
  const text = useText()
  const format = new Intl.NumberFormat(useLocale(), { maximumFractionDigits: 3 })
  const values = slots.map(({ value }) => value).filter(Number.isFinite)
  const least = Math.min(0, ...values)
  const most = Math.max(...values, least)
  const share = (value: number) => (most === least ? 0 : (value - least) / (most - least))
  const label =
    values.length > 0
      ? text('week.picture', {
          name,
          from: `${format.format(Math.min(...values))} ${unit}`,
          to: `${format.format(most)} ${unit}`,
        })
      : text('week.pictureEmpty', { name })
  return (
    <div
      role="img"
      aria-label={label}
      className="grid grid-cols-[auto_1fr] items-center gap-x-3 gap-y-1 text-ink-3 text-xs"
    >
      {WEEKDAYS.map((day) => (
        <div key={day} className="contents">
          <span>{text(`day.${day}`)}</span>
          <span className="relative h-5 overflow-hidden rounded-sm bg-sunken">
            {slots
              .filter((slot) => slot.day === day && Number.isFinite(slot.value))
              .map((slot) => (
                <span
                  key={`${slot.from}${slot.to}`}
                  title={`${slot.from}–${slot.to}: ${format.format(slot.value)} ${unit}`}
                  className="absolute inset-y-0 bg-accent"
                  style={{
                    left: `${(minutesOf(slot.from) / DAY_MINUTES) * 100}%`,
                    width: `${((minutesOf(slot.to) - minutesOf(slot.from)) / DAY_MINUTES) * 100}%`,
                    opacity: 0.12 + 0.75 * share(slot.value),
                  }}
                />
              ))}
          </span>
        </div>
      ))}
      <span />
      <span className="relative h-4">
        {HOUR_MARKS.map((hour) => (
          <span
            key={hour}
            className="absolute -translate-x-1/2 first:translate-x-0 last:-translate-x-full"
            style={{ left: `${(hour / 24) * 100}%` }}
          >
            {String(hour).padStart(2, '0')}
          </span>
        ))}
      </span>
    </div>
  )
}
