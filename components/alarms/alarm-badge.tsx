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
import { Badge, STATE_TONES, type StateTone } from '@/components/ui/state-badge'
import type { AlarmKind } from '@/lib/contract/alarm'

const LOOKS: Record<AlarmKind, { icon: LucideIcon; tone: StateTone }> = {
  'limit.exceeded': { icon: Gauge, tone: 'critical' },
  'vehicle.will-miss': { icon: OctagonAlert, tone: 'critical' },
  'station.fault': { icon: TriangleAlert, tone: 'critical' },
  'vehicle.not-charging': { icon: PlugZap, tone: 'urgent' },
  'vehicle.not-plugged-in': { icon: Unplug, tone: 'urgent' },
  'station.offline': { icon: WifiOff, tone: 'urgent' },
  'vehicle.falls-behind': { icon: BatteryLow, tone: 'caution' },
  'import.refused': { icon: FileWarning, tone: 'caution' },
}

/** What an alarm is about: colour, icon and word; one that is over, or that somebody sees to, is quiet. */
export function AlarmBadge({ kind, quiet = false }: { kind: AlarmKind; quiet?: boolean }) {
  const text = useText()
  const { icon, tone } = LOOKS[kind]
  return <Badge icon={icon} look={STATE_TONES[quiet ? 'muted' : tone]} word={text(`alarm.kind.${kind}`)} />
}
