import { abilitiesOf, settingChanges, settingsCall, settingsIn, statusCalls } from '@/lib/ocpp/calls/abilities'
import type { Protocol } from '@/lib/ocpp/socket/frame'
import type { Outcome } from '@/lib/ocpp/socket/station-socket'
import type { Abilities } from '@/lib/stations/station-state'

/**
 * Asks a station that has booted what it can do, has it report every 30 s, and asks what its connectors do: one call
 * after the other, and no more of a kind than it refuses once.
 * @returns what it can do, or null when it did not say
 */
export async function askAfterBoot(
  protocol: Protocol,
  evses: readonly number[],
  call: (action: string, payload: object) => Promise<Outcome>,
): Promise<Abilities | null> {
  const asked = settingsCall(protocol)
  const outcome = await call(asked.action, asked.payload)
  const settings = outcome.kind === 'answer' ? settingsIn(protocol, outcome.payload) : null
  for (const { action, payload } of settings ? settingChanges(protocol, settings) : []) await call(action, payload)
  for (const { action, payload } of statusCalls(protocol, evses))
    if ((await call(action, payload)).kind !== 'answer') break
  return settings && abilitiesOf(protocol, settings)
}
