import type { Text } from '@/components/messages/text'
import { isPlanning, needsAttention, waitsForPlan } from '@/components/readiness/needs-attention'
import type { Readiness } from '@/lib/contract/readiness'

/** How it stands with the departures of a board, in a few words. */
export function headlineOf(board: Pick<Readiness, 'departures' | 'lastPlan' | 'connecting'>, text: Text): string {
  const planning = isPlanning(board)
  const count = board.departures.filter((one) => needsAttention(one, planning)).length
  if (count > 0) return text('readiness.needsAttention', { count })
  if (board.connecting) return connectingOf(board.connecting, text)
  const waiting = board.departures.filter((one) => waitsForPlan(one, planning)).length
  if (waiting > 0) return text('readiness.waiting', { count: waiting })
  return board.departures.length > 0
    ? text('readiness.allWell', { count: board.departures.length })
    : text('nav.readiness')
}

/** How far the chargers are: all may be there and not have said yet what stands at them. */
export function connectingOf({ connected, stations }: NonNullable<Readiness['connecting']>, text: Text): string {
  if (connected < stations) return text('summary.connecting', { connected, stations })
  return text('summary.connected', { count: stations })
}
