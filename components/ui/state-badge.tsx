'use client'

import {
  BatteryLow,
  BatteryWarning,
  Check,
  CircleCheck,
  CircleDashed,
  Hourglass,
  LogOut,
  type LucideIcon,
  MapPinOff,
  OctagonAlert,
  PlugZap,
  TriangleAlert,
  Unplug,
  WifiOff,
} from 'lucide-react'
import { useText } from '@/components/messages/use-text'
import { classes } from '@/components/ui/classes'
import type { ReadinessState } from '@/lib/contract/readiness'

export type StateTone = 'critical' | 'urgent' | 'caution' | 'good' | 'calm' | 'muted'

/** Each state's icon and seriousness, in one place. What needs attention is filled; what is well is quiet. */
export const STATE_LOOKS: Record<ReadinessState, { icon: LucideIcon; tone: StateTone; filled?: boolean }> = {
  'will-miss': { icon: OctagonAlert, tone: 'critical', filled: true },
  fault: { icon: TriangleAlert, tone: 'critical' },
  'not-charging': { icon: PlugZap, tone: 'urgent' },
  'not-plugged-in': { icon: Unplug, tone: 'urgent' },
  'not-heard-of': { icon: WifiOff, tone: 'urgent' },
  'falls-behind': { icon: BatteryLow, tone: 'caution' },
  'at-risk': { icon: Hourglass, tone: 'caution' },
  'short-of-target': { icon: BatteryWarning, tone: 'caution' },
  'no-plan': { icon: CircleDashed, tone: 'muted' },
  'on-track': { icon: Check, tone: 'calm' },
  ready: { icon: CircleCheck, tone: 'good' },
  'left-short': { icon: LogOut, tone: 'caution' },
  'left-ready': { icon: LogOut, tone: 'muted' },
  away: { icon: MapPinOff, tone: 'muted' },
}

/** A tone's text on its soft ground. */
export const STATE_TONES: Record<StateTone, string> = {
  critical: 'bg-critical-soft text-critical',
  urgent: 'bg-urgent-soft text-urgent',
  caution: 'bg-caution-soft text-caution',
  good: 'bg-good-soft text-good',
  calm: 'bg-calm-soft text-calm',
  muted: 'bg-muted-soft text-muted',
}

type BadgeProps = {
  icon: LucideIcon
  /** Classes of its text and ground. */
  look: string
  word: string
  className?: string
}

/** A colour, an icon and a word. */
export function Badge({ icon: Icon, look, word, className }: BadgeProps) {
  return (
    <span
      className={classes(
        'inline-flex h-6 shrink-0 items-center gap-1.5 whitespace-nowrap rounded-full pr-2.5 pl-2 font-medium text-sm',
        look,
        className,
      )}
    >
      <Icon aria-hidden className="size-3.5 shrink-0" strokeWidth={2.25} />
      {word}
    </span>
  )
}

/** A departure's state as colour, icon and word. */
export function StateBadge({ state, className }: { state: ReadinessState; className?: string }) {
  const text = useText()
  const { icon, tone, filled } = STATE_LOOKS[state]
  const look = filled ? 'bg-critical text-on-critical print:bg-transparent print:text-ink' : STATE_TONES[tone]
  return <Badge icon={icon} look={look} word={text(`state.${state}`)} className={className} />
}
