import type { Draft } from '@/lib/ocpp/mapping/draft'
import type { EvseState } from '@/lib/stations/station-state'

// Where a message belongs: the evse that it names, or the likely one.

/** OCPP's number of the station itself: the place of what no evse is known of. It has no state. */
export const STATION = 0

export type Spot = { evseId: number; connectorId?: number }

/** The state of an evse, made where it was not known. */
export function evseOf(draft: Draft, evseId: number): EvseState {
  if (evseId === STATION) return draft.elsewhere
  const { evses } = draft.state
  evses[evseId] ??= { connectors: {}, past: [] }
  return evses[evseId]
}

/** The numbers of the evses of which this holds. */
export function evsesWith({ state }: Draft, holds: (evse: EvseState) => boolean): number[] {
  return Object.entries(state.evses).flatMap(([evseId, evse]) => (holds(evse) ? [Number(evseId)] : []))
}

/** The evse of a transaction: where it runs, else where it was; undefined: it is not known. */
function evseOfTransaction(draft: Draft, transactionId: string): number | undefined {
  const [running] = evsesWith(draft, ({ transaction }) => transaction?.id === transactionId)
  return running ?? draft.state.recent.find(({ id }) => id === transactionId)?.evseId
}

/** Whether a transaction is known at a place; one that was only known at the station is news at an evse. */
export function isKnown(draft: Draft, transactionId: string | undefined, spot: Spot): boolean {
  const evseId = transactionId === undefined ? undefined : evseOfTransaction(draft, transactionId)
  return evseId !== undefined && (evseId !== STATION || spot.evseId === STATION)
}

/**
 * The evse of a message that names none: that of its transaction; without an id, the only one where a transaction runs;
 * else the only one with a vehicle; where none has one, the first. Of several vehicles none is known to be the one that
 * is meant: a transaction is a stranger's at the station, and what has no id is nobody's (undefined).
 */
export function likelyEvse(draft: Draft, transactionId: string | undefined): number | undefined {
  const known = transactionId === undefined ? undefined : evseOfTransaction(draft, transactionId)
  if (known !== undefined) return known
  const running = evsesWith(draft, ({ transaction }) => transaction !== undefined)
  const plugged = evsesWith(draft, ({ pluggedAt }) => pluggedAt !== undefined)
  const [only, ...others] = transactionId === undefined && running.length > 0 ? running : plugged
  if (others.length > 0) return transactionId === undefined ? undefined : STATION
  return only ?? draft.message.evses[0] ?? 1
}

export function placeOf({ evseId, connectorId }: Spot) {
  return evseId === STATION ? {} : { evseId: String(evseId), connectorId: String(connectorId ?? 1) }
}

/** A transaction as events name it: unique beyond its station, because ours count from 1 at each. */
export function eventTransaction(draft: Draft, id: string | undefined): string | undefined {
  return id === undefined ? undefined : `${draft.message.stationId}:${id}`
}
