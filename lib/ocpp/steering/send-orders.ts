import { stationTime } from '@/lib/ocpp/mapping/clock'
import type { StationControl } from '@/lib/ocpp/profiles/control'
import { rateUnitOf } from '@/lib/ocpp/profiles/fold'
import { clearCall, profileCall } from '@/lib/ocpp/profiles/profile-call'
import { type Sending, settled, type Taken, takeNext } from '@/lib/ocpp/profiles/settle'
import { takeRestarts } from '@/lib/ocpp/profiles/waking'
import { fields, text } from '@/lib/ocpp/read/tolerant'
import type { StationSession } from '@/lib/ocpp/session'
import type { Outcome } from '@/lib/ocpp/socket/station-socket'
import type { ControlWriter } from '@/lib/ocpp/store/controls'

const Answered = fields({ status: text })

/**
 * Sends a station the profiles that were decided for it, one after the other, and writes down how it took each. What is
 * under way is written down before it is sent, so that it counts even if this process ends. After the last of them the
 * transactions that are to be begun anew are taken: before, a profile would be for one that ends meanwhile.
 * @returns how many were sent, and the evses whose transactions are to be begun anew now
 */
export async function sendOrders(
  controls: Pick<ControlWriter, 'change'>,
  session: StationSession,
): Promise<{ sent: number; restart: readonly string[] }> {
  const { station } = session
  let next = await controls.change(station, (control) => takeFollowing(control, Date.now()))
  let sent = 0
  for (; next?.sending; sent += 1) {
    const under = next.sending
    const taken = await sendOne(session, under)
    const after = await controls.change(station, (control) => {
      const now = Date.now()
      const { control: known, toClear } = settled(control, under, { taken, now, isOver: isOver(under, session) })
      const following = takeFollowing(known, now)
      return { control: following?.control ?? known, result: { toClear, next: following?.result ?? null } }
    })
    for (const profile of after?.toClear ?? []) {
      const clear = clearCall(station.protocol, profile)
      await session.call(clear.action, clear.payload)
    }
    next = after?.next ?? null
  }
  return { sent, restart: next?.restart ?? [] }
}

type Following = { sending: Sending | null; restart: readonly string[] }

/** The next profile; where there is none, the transactions that are to be begun anew; null: nothing is to be done. */
function takeFollowing(control: StationControl, now: number): { control: StationControl; result: Following } | null {
  const taken = takeNext(control, now)
  if (taken) return { control: taken.control, result: { sending: taken.sending, restart: [] } }
  const due = takeRestarts(control)
  return due && { control: due.control, result: { sending: null, restart: due.result } }
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
