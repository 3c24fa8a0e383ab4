import type { Database } from '@/lib/db/client'
import { type Command, commandCall, commandResult } from '@/lib/ocpp/calls/command-call'
import type { StationSession } from '@/lib/ocpp/session'
import { finishCommand, startTokenOf, type TakenCommand, vidOf } from '@/lib/ocpp/store/commands'

/** The tag that a transaction is started with where the caller names no vehicle: every tag is accepted here. */
const ANY_TAG = 'READYLINE'

/** Tells a station a command that was taken for it, and writes down what it answered. */
export async function sendCommand(db: Database, session: StationSession, taken: TakenCommand): Promise<void> {
  const { command, key } = taken
  const { protocol } = session.station
  if (command.type === 'identify') {
    session.identify(command.evseId, { vehicleId: command.vehicleId }, command.from)
    await finishCommand(db, key, { status: 'accepted', words: 'The vehicle is known.' }, Date.now())
    return
  }
  const token = command.type === 'start' ? await tokenOf(db, session, command) : ANY_TAG
  const call = commandCall(protocol, command, session.state, { number: key, token })
  const result =
    'impossible' in call
      ? { status: 'failed', words: call.impossible }
      : commandResult(await session.call(call.action, call.payload))
  await finishCommand(db, key, result, Date.now())
}

async function tokenOf(db: Database, { state }: StationSession, command: Command): Promise<string> {
  const evse = state.evses[command.evseId ?? 1]
  const named = command.vehicleId ? await startTokenOf(db, command.vehicleId) : null
  const present = evse?.identity?.macAddress
  return named ?? evse?.transaction?.token ?? (present ? vidOf(present) : ANY_TAG)
}
