import { stationTime } from '@/lib/ocpp/mapping/clock'
import type { StationControl } from '@/lib/ocpp/profiles/control'
import { rateUnitOf } from '@/lib/ocpp/profiles/fold'
import { clearCall, profileCall } from '@/lib/ocpp/profiles/profile-call'
import { type Sending, settled, type Taken, takeNext } from '@/lib/ocpp/profiles/settle'
import { fields, text } from '@/lib/ocpp/read/tolerant'
import type { StationSession } from '@/lib/ocpp/session'
import type { Outcome } from '@/lib/ocpp/socket/station-socket'
import type { ControlWriter } from '@/lib/ocpp/store/controls'

const Answered = fields({ status: text })

/**
 * Sends a station the profiles that were decided for it, one after the other, and writes down how it took each. What is
 * under way is written down before it is sent, so that it counts even if this process ends.
 * @returns how many were sent
 */
export async function sendOrders(controls: ControlWriter, session: StationSession): Promise<number> {
  const { id } = session.station
  let sending = await controls.change(id, takeFirst)
  let sent = 0
  for (; sending; sent += 1) {
    const under = sending
    const taken = await sendOne(session, under)
    const after = await controls.change(id, (control) => {
      const now = Date.now()
      const { control: next, toClear } = settled(control, under, { taken, now, isOver: isOver(under, session) })
      const following = takeNext(next, now)
      return { control: following?.control ?? next, result: { toClear, sending: following?.sending ?? null } }
    })
    for (const profile of after?.toClear ?? []) {
      const clear = clearCall(session.station.protocol, profile)
      await session.call(clear.action, clear.payload)
    }
    sending = after?.sending ?? null
  }
  return sent
}

function takeFirst(control: StationControl): { control: StationControl; result: Sending } | null {
  const taken = takeNext(control, Date.now())
  return taken && { control: taken.control, result: taken.sending }
}

async function sendOne(session: StationSession, sending: Sending): Promise<Taken> {
  const { abilities, clock } = session.state
  const { action, payload } = profileCall(session.station.protocol, sending, {
    ...{ now: Date.now(), unit: rateUnitOf(session.abilities ?? abilities) },
    stationTime: (at) => stationTime(clock, at),
  })
  const taken = takenOf(await session.call(action, payload))
  if (taken === 'accepted' && 'order' in sending) session.told.set(sending.key, sending.order)
  return taken
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
