'use client'

import {
  BatteryLow,
  FileWarning,
  Gauge,
  type LucideIcon,
  OctagonAlert,
  PlugZap,
  TriangleAlert,
  Unplug,
  WifiOff,
} from 'lucide-react'
import { useText } from '@/components/messages/use-text'
import { classes } from '@/components/ui/classes'
import type { AlarmKind } from '@/lib/contract/alarm'

const LOOKS: Record<AlarmKind, { icon: LucideIcon; tone: string }> = {
  'limit.exceeded': { icon: Gauge, tone: 'bg-critical-soft text-critical' },
  'vehicle.will-miss': { icon: OctagonAlert, tone: 'bg-critical-soft text-critical' },
  'station.fault': { icon: TriangleAlert, tone: 'bg-critical-soft text-critical' },
  'vehicle.not-charging': { icon: PlugZap, tone: 'bg-urgent-soft text-urgent' },
  'vehicle.not-plugged-in': { icon: Unplug, tone: 'bg-urgent-soft text-urgent' },
  'station.offline': { icon: WifiOff, tone: 'bg-urgent-soft text-urgent' },
  'vehicle.falls-behind': { icon: BatteryLow, tone: 'bg-caution-soft text-caution' },
  'import.refused': { icon: FileWarning, tone: 'bg-caution-soft text-caution' },
}

/** What an alarm is about: colour, icon and word; one that is over, or that somebody sees to, is quiet. */
export function AlarmBadge({ kind, quiet = false }: { kind: AlarmKind; quiet?: boolean }) {
  const text = useText()
  const { icon: Icon, tone } = LOOKS[kind]
  return (
    <span
      className={classes(
        'inline-flex h-6 shrink-0 items-center gap-1.5 whitespace-nowrap rounded-full pr-2.5 pl-2 font-medium text-sm',
        quiet ? 'bg-muted-soft text-muted' : tone,
      )}
    >
      <Icon aria-hidden className="size-3.5 shrink-0" strokeWidth={2.25} />
      {text(`alarm.kind.${kind}`)}
    </span>
  )
}
