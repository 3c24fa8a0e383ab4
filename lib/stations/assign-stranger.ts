import { recordChanges } from '@/lib/audit/record-changes'
import { attributeEvents, RECOGNISED } from '@/lib/charging/attribute-events'
import type { Connection } from '@/lib/charging/connection'
import { listStrangers } from '@/lib/charging/list-strangers'
import type { Context } from '@/lib/context'
import { stationCommand } from '@/lib/db/schema'
import { inTransaction } from '@/lib/db/transaction'
import { impossible, Refusal } from '@/lib/errors'
import { requestPlans } from '@/lib/plan-request/request-plan'
import { notifyStation } from '@/lib/stations/notices'
import { strangersAt } from '@/lib/stations/station-view'
import { getStoredStation } from '@/lib/stations/stored-station'
import { findVehicle } from '@/lib/vehicles/stored-vehicle'

type Assignment = { stationId: string; evseId: number; vehicleId: string }
/** `from`: since when the stranger is plugged in (epoch ms), so that no vehicle that comes later is taken for it. */
type Told = Assignment & { from: number }

/**
 * Gives the stranger at an evse to a vehicle: what was reported of it since it was plugged in is the vehicle's, and what
 * follows too, once the process that holds the station's connection knows, or the next that does; of a stranger that
 * another charging system reports, as long as it stays.
 * @throws Refusal 404, 409 (no vehicle is plugged in, or one was recognised), 422 (a vehicle that does not exist)
 */
export async function assignStranger(context: Context, { stationId, evseId, vehicleId }: Assignment): Promise<void> {
  const { id, attributes, state, sessions } = await getStoredStation(context, stationId)
  const found = await findVehicle(context.db, context.who, vehicleId)
  if (!found) throw impossible([{ path: 'vehicleId', message: `names an unknown vehicle (${vehicleId})` }])
  const known = sessions.find((session) => Number(session.evseId) === evseId)
  if (known?.vehicleId === vehicleId) return
  if (known)
    throw new Refusal('conflict', `The vehicle ${known.vehicleId} was recognised at evse ${evseId} of ${id} already.`)
  const evse = state.evses[evseId]
  const plugged = evse?.pluggedAt ?? evse?.transaction?.startedAt
  const posted =
    plugged === undefined ? await strangerAt(context, attributes.locationUid, { stationId: id, evseId }) : undefined
  const from = plugged ?? posted?.connectedAt
  if (from === undefined) throw new Refusal('conflict', `No vehicle is plugged in at evse ${evseId} of ${id}.`)
  await inTransaction(context.db, async (tx) => {
    const place = { locationUid: attributes.locationUid, stationId: id, evseId: String(evseId), from }
    const toldMac = posted?.macAddress ?? evse?.identity?.macAddress
    const moved = await attributeEvents(tx, [{ ...place, toldMac, vehicleKey: found.key }], context.now)
    const inner = { ...context, db: tx }
    if (!posted) await tellHolder(inner, { stationId: id, evseId, vehicleId, from })
    await recordChanges(inner, [
      {
        ...{ kind: 'station', objectId: id, vehicleId, locationUids: [attributes.locationUid] },
        ...{ before: {}, after: { evseId, vehicleId } },
      },
    ])
    await requestPlans(tx, moved, RECOGNISED.trigger, RECOGNISED.description)
  })
  await notifyStation(context.db, 'command', id)
}

/** The stranger at an evse that another charging system reports. */
async function strangerAt(
  { db, now }: Context,
  locationUid: string,
  { stationId, evseId }: Pick<Assignment, 'stationId' | 'evseId'>,
): Promise<Connection | undefined> {
  return strangersAt(stationId, await listStrangers(db, locationUid, now)).get(evseId)
}

/** The state of a station is written by the process that holds its connection, and by no other. */
async function tellHolder({ db, who, now }: Context, { stationId, evseId, vehicleId, from }: Told): Promise<void> {
  const at = new Date(now)
  await db.insert(stationCommand).values({
    ...{ stationId, type: 'identify', payload: { evseId, vehicleId, from }, status: 'waiting' },
    ...{ createdBy: who.id, createdAt: at, updatedAt: at },
  })
}
