'use client'

import {
  BatteryCharging,
  CircleDashed,
  CircleHelp,
  type LucideIcon,
  Pause,
  Plug,
  TriangleAlert,
  Unplug,
} from 'lucide-react'
import { useText } from '@/components/messages/use-text'
import type { EvseState } from '@/components/stations/evse-state'
import { classes } from '@/components/ui/classes'

const LOOKS: Record<EvseState, { icon: LucideIcon; tone: string }> = {
  never: { icon: CircleHelp, tone: 'bg-muted-soft text-muted' },
  offline: { icon: Unplug, tone: 'bg-urgent-soft text-urgent' },
  fault: { icon: TriangleAlert, tone: 'bg-critical-soft text-critical' },
  charging: { icon: BatteryCharging, tone: 'bg-good-soft text-good' },
  waiting: { icon: Pause, tone: 'bg-calm-soft text-calm' },
  connected: { icon: Plug, tone: 'bg-calm-soft text-calm' },
  unavailable: { icon: CircleDashed, tone: 'bg-caution-soft text-caution' },
  free: { icon: CircleDashed, tone: 'bg-muted-soft text-muted' },
  unknown: { icon: CircleHelp, tone: 'bg-muted-soft text-muted' },
}

/** What an evse does: colour, icon and word. */
export function EvseBadge({ state }: { state: EvseState }) {
  const text = useText()
  const { icon: Icon, tone } = LOOKS[state]
  return (
    <span className={classes('inline-flex items-center gap-1.5 rounded-full px-2.5 py-0.5 font-medium text-sm', tone)}>
      <Icon aria-hidden className="size-3.5 shrink-0" />
      {text(`evseState.${state}`)}
    </span>
  )
}
