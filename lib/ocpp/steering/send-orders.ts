import type { Database } from '@/lib/db/client'
import { stationTime } from '@/lib/ocpp/mapping/clock'
import { rateUnitOf } from '@/lib/ocpp/profiles/fold'
import { clearCall, profileCall } from '@/lib/ocpp/profiles/profile-call'
import { type Sending, settled, type Taken, takeNext } from '@/lib/ocpp/profiles/settle'
import { fields, text } from '@/lib/ocpp/read/tolerant'
import type { StationSession } from '@/lib/ocpp/session'
import type { Outcome } from '@/lib/ocpp/socket/station-socket'
import { changeControl } from '@/lib/ocpp/store/controls'

const Answered = fields({ status: text })

/**
 * Sends a station the profiles that were decided for it, one after the other, and writes down how it took each. What is
 * under way is written down before it is sent, so that it counts even if this process ends.
 * @returns how many were sent
 */
export async function sendOrders(db: Database, session: StationSession): Promise<number> {
  const { id, protocol } = session.station
  for (let sent = 0; ; sent += 1) {
    const sending = await changeControl(db, id, Date.now(), (control) => {
      const taken = takeNext(control, Date.now())
      return taken && { control: taken.control, result: taken.sending }
    })
    if (!sending) return sent
    const { abilities, clock } = session.state
    const { action, payload } = profileCall(protocol, sending, {
      ...{ now: Date.now(), unit: rateUnitOf(session.abilities ?? abilities) },
      stationTime: (at) => stationTime(clock, at),
    })
    const taken = takenOf(await session.call(action, payload))
    const now = Date.now()
    if (taken === 'accepted' && 'order' in sending) session.told.set(sending.key, sending.order)
    const toClear = await changeControl(db, id, now, (control) => {
      const after = settled(control, sending, { taken, now, isOver: isOver(sending, session) })
      return { control: after.control, result: after.toClear }
    })
    for (const profile of toClear ?? []) {
      const clear = clearCall(protocol, profile)
      await session.call(clear.action, clear.payload)
    }
  }
}

function takenOf(outcome: Outcome): Taken {
  if (outcome.kind === 'refused') return 'refused'
  if (outcome.kind === 'failed') return outcome.reason === 'timed out' ? 'timed out' : 'lost'
  return /^accepted$/i.test(Answered.parse(outcome.payload).status ?? '') ? 'accepted' : 'refused'
}

/** The transaction that a profile was for has ended while it was under way. */
function isOver(sending: Sending, { state }: StationSession): boolean {
  if (!('order' in sending) || sending.order.transactionId === undefined) return false
  return state.evses[sending.key]?.transaction?.id !== sending.order.transactionId
}
