import { type Reading, timeOfDay, timeUntil, weekdayAndTime } from '@/components/format/instant-format'
import { numberWords } from '@/components/format/number-format'
import { daysBetween } from '@/components/format/zone'
import { whatIsWrong } from '@/components/readiness/departure-format'
import { leavesAt, nameOf } from '@/components/readiness/sheet-rows'
import { classes } from '@/components/ui/classes'
import { STATE_LOOKS, STATE_TONES } from '@/components/ui/state-badge'
import type { Departure } from '@/lib/contract/readiness'

/** How high a row is, in the wall's own type size. */
export const WALL_ROW_EM = 2.1

/** A departure as it is read from across a hall: state, vehicle, what is wrong and where it is, charge, and when it leaves. */
export function WallRow({ departure, now, reading }: { departure: Departure; now: number; reading: Reading }) {
  const { text, locale } = reading
  const { state, soc, predictedSoC, place } = departure
  const { icon: Icon, tone, filled } = STATE_LOOKS[state]
  const leaves = leavesAt(departure)
  const until = timeUntil(leaves, now, reading)
  const isToday = daysBetween(now, leaves, reading.zone) === 0
  const charge = { now: numberWords(soc?.value, locale), predicted: numberWords(predictedSoC, locale) }
  return (
    <li
      className="flex items-center gap-[0.6em] overflow-hidden border-line border-b"
      style={{ height: `${WALL_ROW_EM}em` }}
    >
      <span
        className={classes(
          'flex w-[10.8em] shrink-0 max-md:w-[9.4rem] max-md:text-[0.85em] items-center gap-[0.35em] truncate rounded-[0.25em] px-[0.4em] py-[0.15em] font-semibold',
          filled ? 'bg-critical text-on-critical' : STATE_TONES[tone],
        )}
      >
        <Icon aria-hidden className="size-[0.9em] shrink-0" strokeWidth={2.25} />
        <span className="truncate">{text(`state.${state}`)}</span>
      </span>
      <span className="w-[6.4em] min-w-[4em] shrink truncate font-bold">{nameOf(departure)}</span>
      <span className="line-clamp-2 min-w-0 flex-1 text-[0.62em] text-ink-2 leading-[1.25] max-md:hidden">
        {[whatIsWrong(departure, now, reading), place?.name].filter(Boolean).join(' · ')}
      </span>
      <span className="w-[6.2em] shrink-0 whitespace-nowrap text-right max-md:hidden">
        {text('wall.charge', charge)}
      </span>
      <span className="ml-auto w-[6.6em] shrink-0 text-right leading-none">
        <time dateTime={new Date(leaves).toISOString()} className="block truncate font-bold">
          {(isToday ? timeOfDay : weekdayAndTime)(leaves, reading)}
        </time>
        {until && <span className="mt-[0.25em] block truncate text-[0.55em] text-ink-2">{until}</span>}
      </span>
    </li>
  )
}
