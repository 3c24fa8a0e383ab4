import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import * as following from '@/lib/charging/follow-connected'
import { recordEvents } from '@/lib/charging/record-events'
import { type Context, SYSTEM } from '@/lib/context'
import type { PostedSchedule } from '@/lib/contract/schedule'
import { createScratchDatabase, type ScratchDatabase } from '@/lib/db/fixtures/scratch-database'
import { plan, planRequest } from '@/lib/db/schema/plan'
import { stay } from '@/lib/db/schema/schedule'
import { clearDepots, insertLocation, insertStay, insertVehicle } from '@/lib/planning/fixtures/depot-rows'
import { planPending } from '@/lib/planning/plan-location'
import { postScheduleBatch } from '@/lib/schedules/post-schedule-batch'

const HOUR = 3_600_000
const NOW = Date.parse('2026-11-22T18:00:00Z')
const ROUNDS = 20

let scratch: ScratchDatabase

vi.mock(import('@/lib/charging/follow-connected'), { spy: true })

beforeAll(async () => {
  scratch = await createScratchDatabase()
})
afterAll(() => scratch.drop())
beforeEach(async () => {
  await clearDepots(scratch.connection.db)
  await scratch.connection.db.delete(planRequest)
  await insertLocation(scratch.connection.db, 'north')
})

const context = (): Context => ({ who: SYSTEM, now: NOW, db: scratch.connection.db })

const connect = (vehicleIds: string[]) =>
  recordEvents(
    context(),
    vehicleIds.map((vehicleId) => ({
      id: `connected-${vehicleId}`,
      type: 'ev-connected',
      timestamp: new Date(NOW - HOUR).toISOString(),
      vehicleId,
      locationUid: 'north',
      soc: 40,
    })),
  )

async function planUntilDone(): Promise<void> {
  while ((await planPending(context(), 'north')) !== 'nothing to do');
}

describe('a plan', () => {
  it('never waits for itself when a stay comes in between following the events and reading the stays', async () => {
    const { db } = scratch.connection
    const { followConnected } = await vi.importActual<typeof following>('@/lib/charging/follow-connected')
    for (let round = 0; round < ROUNDS; round += 1) {
      const vehicleKey = await insertVehicle(db, `bus-${round}`)
      await connect([`bus-${round}`])
      const times = { from: NOW - HOUR, to: NOW + 9 * HOUR }
      vi.mocked(following.followConnected).mockImplementationOnce(async (...given) => {
        const followed = await followConnected(...given)
        await insertStay(db, { id: `stay-${round}`, vehicleKey, locationUid: 'north', ...times })
        return followed
      })
      await planUntilDone()
    }
    const stays = await db.select({ connectedAt: stay.connectedAt }).from(stay)
    expect(stays).toEqual(Array(ROUNDS).fill({ connectedAt: new Date(NOW - HOUR) }))
    expect(await db.select({ key: plan.stayKey }).from(plan)).toHaveLength(ROUNDS)
  })

  it('is made while batches move the departures of connected vehicles, again and again', async () => {
    const { db } = scratch.connection
    const ids = Array.from({ length: 12 }, (_, index) => `bus-${index}`)
    for (const id of ids) await insertVehicle(db, id)
    await connect(ids)
    const posted = (round: number): PostedSchedule => ({
      plannedArrivalTime: NOW - HOUR,
      plannedDepartureTime: NOW + (8 + round / 60) * HOUR,
      locationUid: 'north',
      targetSoC: 90,
    })
    const batch = (round: number) =>
      postScheduleBatch(
        context(),
        ids.map((vehicleId) => ({
          vehicleId,
          read: () => ({ replaceFutureSchedules: true, schedules: [posted(round)] }),
        })),
      )
    for (let round = 0; round < ROUNDS; round += 1) {
      const [outcomes] = await Promise.all([batch(round), planUntilDone(), planUntilDone()])
      expect(outcomes.filter((outcome) => 'thrown' in outcome)).toEqual([])
    }
    await planUntilDone()
    const stays = await db.select({ departure: stay.departure, connectedAt: stay.connectedAt }).from(stay)
    const last = { departure: new Date(NOW + (8 + (ROUNDS - 1) / 60) * HOUR), connectedAt: new Date(NOW - HOUR) }
    expect(stays).toEqual(ids.map(() => last))
    expect(await db.select({ key: plan.stayKey }).from(plan)).toHaveLength(ids.length)
  })
})
