'use client'

import { Snowflake, Zap } from 'lucide-react'
import { memo } from 'react'
import type { Reading } from '@/components/format/instant-format'
import type { MovedStay } from '@/components/timeline/moved-stay'
import { type DrawnStay, STAY_BOX } from '@/components/timeline/stay'
import { stayWords } from '@/components/timeline/stay-format'
import { placeOf, type TimeDomain } from '@/components/timeline/time-view'
import { classes } from '@/components/ui/classes'
import { STATE_LOOKS, type StateTone } from '@/components/ui/state-badge'

/** The frame says how serious the departure's state is; a stay that is over, or well, is quiet. */
const frames: Record<StateTone, string> = {
  critical: 'border-critical bg-critical-soft',
  urgent: 'border-urgent bg-urgent-soft',
  caution: 'border-caution bg-caution-soft',
  good: 'border-good/60 bg-good-soft',
  calm: 'border-line-control/60 bg-calm-soft',
  muted: 'border-line-control/60 bg-surface',
}

const flags: Record<StateTone, string> = {
  critical: 'bg-critical text-on-critical',
  urgent: 'bg-urgent-soft text-urgent',
  caution: 'bg-caution-soft text-caution',
  good: 'bg-surface/85 text-ink-2',
  calm: 'bg-surface/85 text-ink-2',
  muted: 'bg-surface/85 text-ink-2',
}

type StayBarProps = {
  stay: DrawnStay
  domain: TimeDomain
  vehicle: string
  reading: Reading
  /** Whether there is room for the target in figures. */
  roomy: boolean
  /** Whether there is room for what it leaves with and its block, too. */
  wide: boolean
  focusable: boolean
  /** The times that it would have, while it is moved. */
  moved: MovedStay | null
  movable: boolean
}

/** One stay: from arrival to departure, its power inside, its target as a flag at the end. */
export const StayBar = memo(function StayBar(props: StayBarProps) {
  const { stay, domain, vehicle, reading, roomy, wide, focusable, moved, movable } = props
  const at = moved ?? stay
  const tone = stay.state ? STATE_LOOKS[stay.state].tone : 'muted'
  const misses = tone === 'critical'
  return (
    <>
      {moved && (
        <span
          aria-hidden
          className="pointer-events-none absolute inset-y-1 rounded-[5px] bg-line/60"
          style={placeOf(stay, domain)}
        />
      )}
      <button
        type="button"
        data-stay={stay.id}
        aria-label={stayWords(vehicle, stay, reading)}
        aria-keyshortcuts={movable ? 'M' : undefined}
        tabIndex={focusable ? 0 : -1}
        className={classes(
          'absolute inset-y-1 flex overflow-hidden rounded-[5px] border hover:border-ink',
          movable && 'cursor-ew-resize',
          moved && 'z-10 border-2 border-accent border-dashed shadow-2',
          stay.state === 'no-plan' ? 'border-line-control border-dashed bg-transparent' : frames[tone],
        )}
        style={placeOf(at, domain)}
      >
        {!moved && stay.planClip && (
          <span
            aria-hidden
            className={classes(
              'hatched pointer-events-none absolute inset-x-0 top-1 bottom-0',
              misses ? 'text-critical' : 'text-chart-ev',
            )}
            style={{ clipPath: stay.planClip }}
          />
        )}
        {!moved && stay.pastPath && (
          <svg
            aria-hidden
            viewBox={`0 0 ${STAY_BOX.width} ${STAY_BOX.height}`}
            preserveAspectRatio="none"
            className="pointer-events-none absolute inset-0 size-full pt-1"
          >
            <path d={stay.pastPath} fill={misses ? 'var(--critical)' : 'var(--chart-ev)'} />
          </svg>
        )}
        {roomy && (
          <span
            className={classes(
              'pointer-events-none absolute top-0 right-0 flex items-center gap-1 rounded-bl-[4px] px-1 font-semibold text-2xs leading-4',
              flags[tone],
            )}
          >
            {stay.frozen && <Snowflake aria-hidden className="size-2.5" />}
            {stay.chargeNowBy !== undefined && <Zap aria-hidden className="size-2.5" />}
            {wide && stay.blockId && <span className="max-w-20 truncate font-normal">{stay.blockId}</span>}
            {wide && stay.predictedSoc !== undefined && `${Math.round(stay.predictedSoc)} → `}
            {Math.round(stay.targetSoc)}
          </span>
        )}
        <span aria-hidden className={classes('absolute inset-y-0 right-0 w-0.5', misses ? 'bg-critical' : 'bg-ink')} />
      </button>
    </>
  )
})
