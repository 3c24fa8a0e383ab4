'use client'

import { Ellipsis, Pencil, Repeat, Trash2 } from 'lucide-react'
import { PlanStrip } from '@/components/charts/plan-strip'
import { isOccurrence, stayTimes } from '@/components/fleet/stay-format'
import type { Reading } from '@/components/format/instant-format'
import { numberWords } from '@/components/format/number-format'
import { useText } from '@/components/messages/use-text'
import { Button } from '@/components/ui/button'
import { classes } from '@/components/ui/classes'
import { Menu, MenuItem } from '@/components/ui/menu'
import { STATE_LOOKS, type StateTone } from '@/components/ui/state-badge'
import type { Departure } from '@/lib/contract/readiness'
import type { EvSchedule } from '@/lib/contract/schedule'

export type StayActions = {
  onOpen: (scheduleId: string) => void
  /** Absent for who may only look. */
  onEdit?: (schedule: EvSchedule) => void
  onRemove?: (schedule: EvSchedule) => void
}
type StayListProps = StayActions & {
  schedules: readonly EvSchedule[]
  /** What the board says of a schedule's departure. */
  departureOf: (scheduleId: string) => Departure | undefined
  now: number
  /** How times are read at the stay's depot. */
  readingAt: (locationUid: string) => Reading
  /** The depot's name, where it is not the one that is looked at. */
  elsewhere: (locationUid: string) => string | undefined
}

/** A vehicle's stays with what their plans promise; each opens its schedule. A line on a desk, two on a phone. */
export function StayList({ schedules, ...row }: StayListProps) {
  const text = useText()
  return (
    <table className="w-full text-sm max-sm:block">
      <thead className="text-left text-ink-3 text-xs max-sm:sr-only">
        <tr className="border-line border-b bg-sunken">
          <th scope="col" className="px-5 py-2 font-normal">
            {text('vehicle.stayColumn.stay')}
          </th>
          <th scope="col" className="w-1/5 px-3 py-2 font-normal max-lg:hidden">
            {text('vehicle.stayColumn.plan')}
          </th>
          <th scope="col" className="px-3 py-2 text-right font-normal">
            {text('vehicle.stayColumn.target')}
          </th>
          <th scope="col" className="px-3 py-2 text-right font-normal">
            {text('vehicle.stayColumn.predicted')}
          </th>
          <th scope="col" className="w-12">
            <span className="sr-only">{text('action.more')}</span>
          </th>
        </tr>
      </thead>
      <tbody className="max-sm:block">
        {schedules.map((schedule) => (
          <StayRow key={schedule.id} schedule={schedule} {...row} />
        ))}
      </tbody>
    </table>
  )
}

/** Only what needs attention has a colour and a word here. */
const tones: Partial<Record<StateTone, string>> = {
  critical: 'text-critical',
  urgent: 'text-urgent',
  caution: 'text-caution',
}

type RowProps = Omit<StayListProps, 'schedules'> & { schedule: EvSchedule }

function StayRow({ schedule, departureOf, now, readingAt, elsewhere, onOpen, onEdit, onRemove }: RowProps) {
  const text = useText()
  const reading = readingAt(schedule.locationUid)
  const times = stayTimes(schedule, reading)
  const [from, to] = [Date.parse(schedule.plannedArrivalTime), Date.parse(schedule.plannedDepartureTime)]
  const departure = departureOf(schedule.id)
  const tone = departure && tones[STATE_LOOKS[departure.state].tone]
  const notes = [
    schedule.blockId && text('departure.block', { block: schedule.blockId }),
    elsewhere(schedule.locationUid),
  ]
  return (
    <tr className="relative border-line/60 border-b last:border-0 hover:bg-sunken max-sm:flex max-sm:flex-wrap max-sm:items-baseline max-sm:gap-x-4 max-sm:px-5 max-sm:py-2.5">
      <th scope="row" className="px-5 py-2 text-left font-normal max-sm:w-full max-sm:p-0 max-sm:pr-12">
        <button
          type="button"
          onClick={() => onOpen(schedule.id)}
          className="text-left font-medium outline-offset-2 after:absolute after:inset-0"
        >
          {times}
        </button>
        <span className="flex flex-wrap items-center gap-x-2 text-ink-3 text-xs">
          {isOccurrence(schedule) && (
            <span className="inline-flex items-center gap-1">
              <Repeat aria-hidden className="size-3" />
              {text('vehicle.recurs')}
            </span>
          )}
          {notes.filter(Boolean).map((note) => (
            <span key={note}>{note}</span>
          ))}
        </span>
      </th>
      <td className="px-3 py-2 max-lg:hidden">
        {schedule.plan && <PlanStrip plan={schedule.plan} from={from} to={to} now={now} className="h-6 w-full" />}
      </td>
      <td className="px-3 py-2 text-right max-sm:p-0">
        <Head>{text('vehicle.stayColumn.target')}</Head>
        {numberWords(schedule.targetSoC, reading.locale)}
      </td>
      <td className={classes('px-3 py-2 text-right font-medium max-sm:p-0', tone)}>
        <Head>{text('vehicle.stayColumn.predicted')}</Head>
        {numberWords(departure?.predictedSoC, reading.locale)}
        {departure && tone && (
          <span className="block text-xs max-sm:ml-1.5 max-sm:inline">{text(`state.${departure.state}`)}</span>
        )}
      </td>
      <td className="px-2 text-right max-sm:absolute max-sm:top-1.5 max-sm:right-2">
        {onEdit && onRemove && <StayMenu schedule={schedule} times={times} onEdit={onEdit} onRemove={onRemove} />}
      </td>
    </tr>
  )
}

/** The column's heading again, where a phone has no columns. */
function Head({ children }: { children: string }) {
  return (
    <span aria-hidden className="mr-1.5 font-normal text-ink-3 sm:hidden">
      {children}
    </span>
  )
}

type StayMenuProps = Required<Pick<StayActions, 'onEdit' | 'onRemove'>> & { schedule: EvSchedule; times: string }

function StayMenu({ schedule, times, onEdit, onRemove }: StayMenuProps) {
  const text = useText()
  const recurs = isOccurrence(schedule)
  return (
    <Menu
      align="end"
      trigger={
        <Button
          tone="quiet"
          size="icon-small"
          className="relative"
          aria-label={text('vehicle.stayMenu', { stay: times })}
        >
          <Ellipsis aria-hidden />
        </Button>
      }
    >
      <MenuItem onSelect={() => onEdit(schedule)}>
        <Pencil aria-hidden />
        {text(recurs ? 'stayForm.changeOccurrence' : 'stayForm.change')}
      </MenuItem>
      <MenuItem onSelect={() => onRemove(schedule)}>
        <Trash2 aria-hidden />
        {text(recurs ? 'stayForm.skip' : 'stayForm.remove')}
      </MenuItem>
    </Menu>
  )
}
