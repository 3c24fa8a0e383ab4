import type { Text } from '@/components/messages/text'
import { isPlanning, needsAttention, waitsForPlan } from '@/components/readiness/needs-attention'
import type { Readiness } from '@/lib/contract/readiness'

/** How it stands with the departures of a board, in a few words. */
export function headlineOf(board: Pick<Readiness, 'departures' | 'lastPlan' | 'connecting'>, text: Text): string {
  const planning = isPlanning(board)
  const count = board.departures.filter((one) => needsAttention(one, planning)).length
  if (count > 0) return text('readiness.needsAttention', { count })
  const connecting = connectingOf(board, text)
  if (connecting) return connecting
  const waiting = board.departures.filter((one) => waitsForPlan(one, planning)).length
  if (waiting > 0) return text('readiness.waiting', { count: waiting })
  return board.departures.length > 0
    ? text('readiness.allWell', { count: board.departures.length })
    : text('nav.readiness')
}

/**
 * How far the chargers are while they connect: how many are there, then of how many vehicles they have yet to say whether they
 * are plugged in. null: that is over, or all of it is said. Those that have said so are counted as here meanwhile.
 */
export function connectingOf(
  { connecting, departures }: Pick<Readiness, 'departures' | 'connecting'>,
  text: Text,
): string | null {
  if (!connecting) return null
  const { connected, stations } = connecting
  if (connected < stations) return text('summary.connecting', { connected, stations })
  const count = departures.filter(({ reason }) => reason === 'chargers-connecting').length
  return count > 0 ? text('summary.unheard', { count }) : null
}
