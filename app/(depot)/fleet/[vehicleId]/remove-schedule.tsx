'use client'

import { useQueryClient } from '@tanstack/react-query'
import { call } from '@/app/(depot)/_data/call'
import { useNow } from '@/app/(depot)/_data/use-now'
import { TriedEffect } from '@/app/(depot)/_what-if/tried-effect'
import { useReadings } from '@/app/(depot)/fleet/[vehicleId]/use-readings'
import { refreshVehicle } from '@/app/(depot)/fleet/refresh-vehicle'
import { ConfirmRemoval } from '@/app/(depot)/settings/confirm-removal'
import { ruleTimes } from '@/components/fleet/rule-list'
import { isOccurrence, isRule, stayTimes } from '@/components/fleet/stay-format'
import { removedStay } from '@/components/fleet/tried-stay'
import { useText } from '@/components/messages/use-text'
import type { EvSchedule } from '@/lib/contract/schedule'

/** Removes a dated stay, leaves one occurrence of a rule out, or ends the recurring one. */
export function RemoveSchedule({ schedule, onClose }: { schedule: EvSchedule; onClose: () => void }) {
  const text = useText()
  const queries = useQueryClient()
  const now = useNow()
  const reading = useReadings()(schedule.locationUid)
  const { id: scheduleId, evId: vehicleId } = schedule
  const stay = stayTimes(schedule, reading)
  const rule = isRule(schedule) ? ruleTimes(schedule, reading) : ''
  const words = isRule(schedule)
    ? {
        title: text('stayForm.endRuleTitle', { rule }),
        body: text('stayForm.endRuleBody'),
        action: text('stayForm.endRule'),
        done: text('stayForm.ruleEnded'),
      }
    : isOccurrence(schedule)
      ? {
          title: text('stayForm.skipTitle', { stay }),
          body: text('stayForm.skipBody'),
          action: text('stayForm.skip'),
          done: text('stayForm.skipped'),
        }
      : {
          title: text('stayForm.removeTitle', { stay }),
          body: text('stayForm.removeBody'),
          action: text('stayForm.remove'),
          done: text('stayForm.removed'),
        }
  return (
    <ConfirmRemoval
      {...words}
      remove={() =>
        call('deleteSchedule', 'DELETE /vehicles/{vehicleId}/schedules/{scheduleId}', {
          params: { vehicleId, scheduleId },
        })
      }
      onRemoved={() => refreshVehicle(queries, vehicleId)}
      onClose={onClose}
    >
      <TriedEffect overrides={removedStay(schedule, now)} locationUid={schedule.locationUid} />
    </ConfirmRemoval>
  )
}
