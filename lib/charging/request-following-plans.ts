import { sql } from 'drizzle-orm'
import { agreeingVehicles } from '@/lib/charging/agreeing-vehicles'
import { RECOGNISED } from '@/lib/charging/attribute-events'
import type { EventType } from '@/lib/charging/charger-event'
import type { JudgedEvent } from '@/lib/charging/judged-event'
import { listFaultChanges } from '@/lib/charging/list-fault-changes'
import type { Trigger } from '@/lib/contract/plan'
import type { Database } from '@/lib/db/client'
import { askingLast, requestPlan } from '@/lib/plan-request/request-plan'

type Cause = { at: number; trigger: Trigger; description: string }

const TRIGGERS: Partial<Record<EventType, { trigger: Trigger; what: string }>> = {
  'ev-connected': { trigger: 'ev-connected', what: 'was connected' },
  'ev-disconnected': { trigger: 'ev-disconnected', what: 'was disconnected' },
  'charging-started': { trigger: 'soc-updated', what: 'began to charge' },
  'charging-stopped': { trigger: 'soc-updated', what: 'stopped charging' },
  meter: { trigger: 'soc-updated', what: 'reported what it has charged' },
  v2icp: { trigger: 'vehicle-changed', what: 'reported what it needs before it leaves (V2ICP)' },
}

const TAKEN = {
  trigger: 'ev-disconnected',
  description: 'A connector is free or has another vehicle, so that the one before has gone.',
} as const

const FAULTED = {
  trigger: 'ev-disconnected',
  description: 'A connector with a vehicle is out of order.',
} as const

const MENDED = {
  trigger: 'ev-connected',
  description: 'A connector with a vehicle is not out of order any more.',
} as const

/**
 * Asks for plans where new events change something: where they happened, where stays follow them, and, for what a
 * vehicle says of itself, where it is expected. A reading that a plan foresees changes nothing. A location's cause is its
 * latest event. Last in a transaction.
 * @param moved the locations of the stays that changed, by vehicle key
 * @param recognisedAt locations where a stranger has turned out to be a vehicle
 */
export async function requestFollowingPlans(
  tx: Database,
  {
    events,
    moved,
    recognisedAt,
  }: {
    events: readonly JudgedEvent[]
    moved: ReadonlyMap<number, readonly string[]>
    recognisedAt: readonly string[]
  },
  now: number,
): Promise<void> {
  const causes = new Map<string, Cause>()
  const note = (uid: string, cause: Cause) => {
    if (cause.at >= (causes.get(uid)?.at ?? Number.NEGATIVE_INFINITY)) causes.set(uid, cause)
  }
  const told = new Map<number, Cause>()
  const agreeing = await agreeingVehicles(tx, events)
  const own = new Set(events.map(({ vehicle }) => vehicle?.key))
  for (const [key, uids] of moved) if (!own.has(key)) for (const uid of uids) note(uid, { at: now, ...TAKEN })
  for (const { locationUid, at, isFaulted } of await listFaultChanges(tx, events))
    note(locationUid, { at, ...(isFaulted ? FAULTED : MENDED) })
  for (const uid of recognisedAt) note(uid, { at: now, ...RECOGNISED })
  for (const { event, vehicle, locationUid } of events) {
    const cause = vehicle && causeOf(event, vehicle.id)
    if (!cause || (event.type === 'meter' && event.v2icp == null && agreeing.has(vehicle.key))) continue
    for (const uid of [...(locationUid ? [locationUid] : []), ...(moved.get(vehicle.key) ?? [])]) note(uid, cause)
    if (event.v2icp != null) told.set(vehicle.key, cause)
  }
  for (const { key, uid } of await expectedAt(tx, [...told.keys()], now)) {
    const cause = told.get(key)
    if (cause) note(uid, cause)
  }
  await askingLast(tx, async () => {
    for (const [uid, { trigger, description }] of causes) await requestPlan(tx, uid, trigger, description)
  })
}

function causeOf({ type, timestamp, soc }: JudgedEvent['event'], vehicleId: string): Cause | null {
  const known = TRIGGERS[type]
  if (!known) return null
  const reads = soc != null && (type === 'meter' || type === 'v2icp')
  const trigger = reads ? 'soc-updated' : known.trigger
  const what = reads ? `reported a state of charge of ${Math.round(soc)} %` : known.what
  return { at: timestamp, trigger, description: `Vehicle ${vehicleId} ${what}.` }
}

/** Where vehicles are expected from now on, by their stays and their rules. */
async function expectedAt(tx: Database, keys: number[], now: number): Promise<{ key: number; uid: string }[]> {
  if (keys.length === 0) return []
  const rows = await tx.execute<{ key: string; uid: string }>(sql`
    select vehicle_key as key, location_uid as uid from stay
      where vehicle_key in ${keys} and departure > ${new Date(now).toISOString()}
    union select r.vehicle_key, v.location_uid from rule_version v join rule r on r.key = v.rule_key
      where r.vehicle_key in ${keys} and r.ended_at is null and v.valid_to is null`)
  return rows.map(({ key, uid }) => ({ key: Number(key), uid }))
}
