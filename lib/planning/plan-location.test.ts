import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { type Context, SYSTEM } from '@/lib/context'
import type { Plan } from '@/lib/contract/plan'
import { createScratchDatabase, type ScratchDatabase } from '@/lib/db/fixtures/scratch-database'
import { location } from '@/lib/db/schema/location'
import { plan, planElapsed, planRequest, planRun, planVersion } from '@/lib/db/schema/plan'
import { rule, ruleException, ruleVersion, stay } from '@/lib/db/schema/schedule'
import { vehicle } from '@/lib/db/schema/vehicle'
import { limits } from '@/lib/limits'
import { requestPlan } from '@/lib/plan-request/request-plan'
import { clearDepots, insertLocation, insertStay, insertVehicle } from '@/lib/planning/fixtures/depot-rows'
import { withPlanLease } from '@/lib/planning/plan-lease'
import { planLocation, planPending } from '@/lib/planning/plan-location'
import * as threads from '@/lib/planning/worker/planner-thread'
import { batteryEnergyKwh } from '@/lib/stays/delivered'

const HOUR = 3_600_000
const NOW = Date.parse('2026-11-22T18:00:00Z')

let scratch: ScratchDatabase

vi.mock(import('@/lib/planning/worker/planner-thread'), { spy: true })

/** A plan that is never ready. */
const untilEnded: typeof threads.explainInThread = (_, signal) =>
  new Promise((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason)))

beforeAll(async () => {
  scratch = await createScratchDatabase()
})
afterAll(() => scratch.drop())
beforeEach(async () => {
  await clearDepots(scratch.connection.db)
  await insertLocation(scratch.connection.db, 'north')
})

const at = (now: number): Context => ({ who: SYSTEM, now, db: scratch.connection.db })
const manual = { locationUid: 'north', trigger: 'manual', description: 'Planned by hand.' } as const
const planNow = (now = NOW) => planLocation(at(now), manual)

type StayValues = Partial<Omit<Parameters<typeof insertStay>[1], 'id' | 'vehicleKey' | 'locationUid'>>

async function busTonight(id: string, values: StayValues = {}): Promise<number> {
  const { db } = scratch.connection
  const times = { from: NOW + HOUR, to: NOW + 10 * HOUR }
  const vehicleKey = await insertVehicle(db, id)
  return insertStay(db, { id: `stay-${id}`, vehicleKey, locationUid: 'north', ...times, ...values })
}

async function incumbent(stayKey: number) {
  const [row] = await scratch.connection.db.select().from(plan).where(eq(plan.stayKey, stayKey))
  return row
}

const dearUntil = (perkWh: number) => ({
  dates: [
    { from: NOW, to: NOW + 4 * HOUR, perkWh },
    { from: NOW + 4 * HOUR, to: NOW + 20 * HOUR, perkWh: 0.1 },
  ],
})

const plannedKwh = (planned: Plan | undefined) =>
  (planned?.segments ?? []).reduce((sum, { from, to, powerkW }) => sum + (powerkW * (to - from)) / HOUR, 0)

describe('planLocation', () => {
  it('stores a plan that gives each vehicle what it asks for, and says where it comes from', async () => {
    const key = await busTonight('bus-1')
    const answer = await planNow()
    const stored = await incumbent(key)
    expect(plannedKwh(stored?.plan)).toBeCloseTo(150, 3)
    expect(stored?.plan.schedule).toMatchObject({
      id: 'stay-bus-1',
      startSoc: 40,
      startSocSource: 'posted',
      targetSoc: 90,
    })
    expect(stored?.plan.reachedTargetSocInSchedule).toBe(true)
    expect(stored).toMatchObject({
      trigger: 'manual',
      triggerDescription: 'Planned by hand.',
      strategy: 'peak-supression',
      frozen: false,
      posted: false,
      plannedAt: new Date(NOW),
    })
    expect(answer).toMatchObject({ planned: 1, unmetkWh: 0, timestamp: '2026-11-22T18:00:00.000Z' })
    expect(answer.energykWh).toBeCloseTo(150, 3)
  })

  it('refuses a location that is not there, and one that the caller may not see', async () => {
    const nowhere = planLocation(at(NOW), { ...manual, locationUid: 'nowhere' })
    await expect(nowhere).rejects.toMatchObject({ code: 'notFound' })
    const stranger = { ...SYSTEM, locationUids: ['south'] }
    await expect(planLocation({ ...at(NOW), who: stranger }, manual)).rejects.toMatchObject({ code: 'notFound' })
  })

  it('writes nothing the second time, because nothing has changed', async () => {
    const key = await busTonight('bus-1', { from: NOW - HOUR })
    await planNow()
    const first = await incumbent(key)
    await planNow(NOW + 60_000)
    expect(await incumbent(key)).toEqual(first)
    const runs = await scratch.connection.db.select({ changed: planRun.changed }).from(planRun).orderBy(planRun.key)
    expect(runs).toEqual([{ changed: 1 }, { changed: 0 }])
  })

  it('counts the changed plans of the near future, not those of the days after it', async () => {
    await busTonight('bus-1')
    await busTonight('bus-2', { from: NOW + 80 * HOUR, to: NOW + 90 * HOUR })
    await planNow()
    expect(await scratch.connection.db.select().from(plan)).toHaveLength(2)
    const runs = await scratch.connection.db.select({ changed: planRun.changed }).from(planRun)
    expect(runs).toEqual([{ changed: 1 }])
  })

  it('writes what there is to say of a plan that stays, without making it a new one', async () => {
    const { db } = scratch.connection
    const key = await busTonight('bus-1')
    await db.update(location).set({ strategy: 'lowest-cost', tariff: dearUntil(0.2) })
    await planNow()
    const first = await incumbent(key)
    expect(first?.explanation?.reasons[0]).toMatchObject({ code: 'waits-for-cheaper', insteadOfPerKwh: 0.2 })
    await db.update(location).set({ tariff: dearUntil(0.3) })
    await planNow(NOW + 60_000)
    const second = await incumbent(key)
    expect(second?.explanation?.reasons[0]).toMatchObject({ code: 'waits-for-cheaper', insteadOfPerKwh: 0.3 })
    expect({ ...second, explanation: null }).toEqual({ ...first, explanation: null })
    expect(await db.select().from(planVersion)).toHaveLength(1)
    const runs = await db.select({ changed: planRun.changed }).from(planRun).orderBy(planRun.key)
    expect(runs).toEqual([{ changed: 1 }, { changed: 0 }])
  })

  it('explains a plan that was made before plans were explained', async () => {
    const { db } = scratch.connection
    const key = await busTonight('bus-1')
    await busTonight('bus-2', { from: NOW + 80 * HOUR, to: NOW + 90 * HOUR })
    await planNow()
    await db.update(plan).set({ explanation: null })
    await planNow(NOW + 60_000)
    const explained = await db.select({ explanation: plan.explanation }).from(plan)
    expect(explained.map(({ explanation }) => explanation?.slack !== undefined)).toEqual([true, true])
    expect((await incumbent(key))?.explanation?.reasons).toHaveLength(
      (await incumbent(key))?.plan.segments?.length ?? -1,
    )
  })

  it('counts what has been charged so far and keeps what elapsed of the plan it replaces', async () => {
    const { db } = scratch.connection
    const key = await busTonight('bus-1', { from: NOW })
    await planNow()
    const first = (await incumbent(key))?.plan.segments ?? []
    const chargedKwh = batteryEnergyKwh(first, { from: NOW, to: NOW + 4 * HOUR })
    expect(chargedKwh).toBeGreaterThan(10)
    await db.update(stay).set({ targetSoc: 95 }).where(eq(stay.key, key))
    await planNow(NOW + 4 * HOUR)
    const [kept] = await db.select().from(planElapsed).where(eq(planElapsed.stayKey, key))
    expect(batteryEnergyKwh(kept?.segments ?? [], { from: 0, to: Number.POSITIVE_INFINITY })).toBeCloseTo(chargedKwh, 3)
    expect(kept?.segments.at(-1)).toMatchObject({ to: NOW + 4 * HOUR })
    const replaced = await incumbent(key)
    expect(replaced?.plan.schedule?.startSoc).toBeCloseTo(40 + (chargedKwh / 300) * 100, 3)
    expect(plannedKwh(replaced?.plan)).toBeCloseTo(165 - chargedKwh, 3)
    const versions = await scratch.connection.db.select().from(planVersion).where(eq(planVersion.stayKey, key))
    expect(versions.map(({ version }) => version).sort()).toEqual([1, 2])
  })

  it('keeps the last twenty versions of a plan', async () => {
    const key = await busTonight('bus-1')
    for (let target = 60; target < 83; target += 1) {
      await scratch.connection.db.update(stay).set({ targetSoc: target }).where(eq(stay.key, key))
      await planNow()
    }
    const versions = await scratch.connection.db.select({ version: planVersion.version }).from(planVersion)
    expect(versions.map(({ version }) => version).sort((a, b) => a - b)).toEqual(
      Array.from({ length: 20 }, (_, i) => i + 4),
    )
  })

  it('leaves a frozen plan as it is and counts it as a load', async () => {
    const { db } = scratch.connection
    await db.update(location).set({ powerLimitKw: 100 })
    const frozen = await busTonight('bus-1')
    const other = await busTonight('bus-2')
    const segments = [{ from: NOW + HOUR, to: NOW + 5 * HOUR, powerkW: 100 }]
    const row = { stayKey: frozen, plan: { segments }, frozen: true, posted: true, plannedAt: new Date(NOW) }
    await db.insert(plan).values(row)
    await planNow()
    expect((await incumbent(frozen))?.plan).toEqual({ segments })
    const charging = (await incumbent(other))?.plan.segments?.filter(({ powerkW }) => powerkW > 0) ?? []
    expect(charging.every(({ from }) => from >= NOW + 5 * HOUR)).toBe(true)
    expect(plannedKwh((await incumbent(other))?.plan)).toBeCloseTo(150, 3)
  })

  it('makes room for a vehicle that is not scheduled, and takes its plan out of force', async () => {
    const { db } = scratch.connection
    await db.update(location).set({ powerLimitKw: 100 })
    const free = await busTonight('bus-1')
    const other = await busTonight('bus-2')
    await planNow()
    await db.update(vehicle).set({ enableChargeScheduling: false }).where(eq(vehicle.id, 'bus-1'))
    await planNow()
    expect(await incumbent(free)).toBeUndefined()
    const charging = (await incumbent(other))?.plan.segments?.filter(({ powerkW }) => powerkW > 0) ?? []
    const fullAt = NOW + HOUR + (180 / 100) * HOUR
    expect(charging.every(({ from }) => from >= fullAt)).toBe(true)
  })

  it('plans later days as forecasts, again only when they change', async () => {
    const { db } = scratch.connection
    const later = await busTonight('bus-1', {
      from: NOW + 80 * HOUR,
      to: NOW + 90 * HOUR,
    })
    await planNow()
    const first = await incumbent(later)
    expect(plannedKwh(first?.plan)).toBeCloseTo(150, 3)
    await planNow(NOW + HOUR)
    expect(await incumbent(later)).toEqual(first)
    await db.update(stay).set({ targetSoc: 70 }).where(eq(stay.key, later))
    await planNow(NOW + HOUR)
    expect(plannedKwh((await incumbent(later))?.plan)).toBeCloseTo(90, 3)
  })

  it('plans stays that begin within 14 days and no further', async () => {
    const near = await busTonight('bus-1', {
      from: NOW + 335 * HOUR,
      to: NOW + 345 * HOUR,
    })
    const far = await busTonight('bus-2', {
      from: NOW + 337 * HOUR,
      to: NOW + 347 * HOUR,
    })
    expect(await planNow()).toMatchObject({ planned: 1 })
    expect(await incumbent(near)).toBeDefined()
    expect(await incumbent(far)).toBeUndefined()
  })

  it('lets two runs for one location come one after the other, from however many callers', async () => {
    for (let bus = 0; bus < 5; bus += 1) await busTonight(`bus-${bus}`)
    const answers = await Promise.all(Array.from({ length: 12 }, () => planNow()))
    expect(answers.every(({ planned }) => planned === 5)).toBe(true)
    const runs = await scratch.connection.db.select({ changed: planRun.changed }).from(planRun).orderBy(planRun.key)
    expect(runs.map(({ changed }) => changed)).toEqual([5, ...Array(11).fill(0)])
  })

  it('plans what it reads while others keep changing it, and loses none of the changes', async () => {
    const { db } = scratch.connection
    const keys = [await busTonight('bus-1'), await busTonight('bus-2'), await busTonight('bus-3')]
    let target = 50
    const change = async () => {
      for (let round = 0; round < 30; round += 1) {
        target = 50 + round
        await db.transaction(async (tx) => {
          for (const key of keys.toReversed()) await tx.update(stay).set({ targetSoc: target }).where(eq(stay.key, key))
          await requestPlan(tx, 'north', 'schedule-changed', `The target is ${target} % now.`)
        })
      }
    }
    await Promise.all([change(), planNow(), planNow(), planPending(at(NOW), 'north')])
    await planPending(at(NOW), 'north')
    for (const key of keys) expect((await incumbent(key))?.plan.schedule?.targetSoc).toBe(79)
    expect(await db.select().from(planRequest)).toEqual([])
  })
})

describe('occurrences of rules', () => {
  const MONDAY = Date.parse('2026-11-23T18:00:00Z')

  async function busEachWeekday(id: string): Promise<{ vehicleKey: number; ruleKey: number; versionKey: number }> {
    const { db } = scratch.connection
    const vehicleKey = await insertVehicle(db, id)
    const rules = db.insert(rule).values({ id: `rule-${id}`, vehicleKey, postedAt: new Date(NOW) })
    const [owner] = await rules.returning({ key: rule.key })
    const ruleKey = owner?.key ?? 0
    const [version] = await db
      .insert(ruleVersion)
      .values({
        ruleKey,
        validFrom: new Date(NOW),
        locationUid: 'north',
        recurrenceRule: 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR',
        timeZone: 'UTC',
        arrival: new Date(MONDAY),
        departure: new Date(MONDAY + 10 * HOUR),
        startSoc: 40,
        targetSoc: 90,
        priority: 3,
      })
      .returning({ key: ruleVersion.key })
    return { vehicleKey, ruleKey, versionKey: version?.key ?? 0 }
  }

  const occurrences = () =>
    scratch.connection.db
      .select({ id: stay.id, priority: stay.priority, date: stay.originalDate })
      .from(stay)
      .orderBy(stay.id)

  it('get a row with the id of the occurrence once they are planned, two weeks ahead', async () => {
    await busEachWeekday('bus-1')
    expect(await planNow()).toMatchObject({ planned: 10 })
    const stored = await occurrences()
    expect(stored).toHaveLength(10)
    expect(stored[0]).toEqual({ id: 'rule-bus-1:20261123', priority: 3, date: '2026-11-23' })
    expect(await planNow()).toMatchObject({ planned: 10 })
    expect(await occurrences()).toHaveLength(10)
    const runs = await scratch.connection.db.select({ changed: planRun.changed }).from(planRun).orderBy(planRun.key)
    expect(runs).toEqual([{ changed: 1 }, { changed: 0 }])
  })

  it('are known since their rule was made, also once they have a row', async () => {
    const { db } = scratch.connection
    await busEachWeekday('bus-1')
    await planLocation({ who: SYSTEM, now: MONDAY + 2 * HOUR, db }, manual)
    const known = await db.select({ createdAt: stay.createdAt, updatedAt: stay.updatedAt }).from(stay).orderBy(stay.id)
    expect(known[0]).toEqual({ createdAt: new Date(NOW), updatedAt: new Date(MONDAY + 2 * HOUR) })
  })

  it('get none when they are skipped, and the times of their own change', async () => {
    const { db } = scratch.connection
    const { ruleKey } = await busEachWeekday('bus-1')
    await db.insert(ruleException).values([
      { ruleKey, originalDate: '2026-11-23', skipped: true, changes: {} },
      { ruleKey, originalDate: '2026-11-24', skipped: false, changes: { departure: MONDAY + 26 * HOUR } },
    ])
    await planNow()
    const stored = await db.select().from(stay).orderBy(stay.id)
    expect(stored[0]).toMatchObject({ id: 'rule-bus-1:20261124', departure: new Date(MONDAY + 26 * HOUR) })
  })

  it('do not appear behind the back of a change to their rule', async () => {
    const { db } = scratch.connection
    const { vehicleKey, ruleKey, versionKey } = await busEachWeekday('bus-1')
    let commit = () => {}
    const held = new Promise<void>((resolve) => {
      commit = resolve
    })
    const begun = vi.fn()
    const ending = db.transaction(async (tx) => {
      await tx.select().from(vehicle).where(eq(vehicle.key, vehicleKey)).for('no key update')
      begun()
      await held
      await tx
        .update(ruleVersion)
        .set({ validTo: new Date(NOW) })
        .where(eq(ruleVersion.key, versionKey))
      await tx
        .update(rule)
        .set({ endedAt: new Date(NOW) })
        .where(eq(rule.key, ruleKey))
      await requestPlan(tx, 'north', 'schedule-changed', 'The rule ended.')
    })
    await vi.waitFor(() => expect(begun).toHaveBeenCalled())
    await planNow()
    expect(await occurrences()).toEqual([])
    commit()
    await ending
    await planPending(at(NOW), 'north')
    expect(await occurrences()).toEqual([])
  })
})

describe('planPending', () => {
  it('plans with the cause of the request, clears it, and has nothing to do then', async () => {
    const { db } = scratch.connection
    const key = await busTonight('bus-1')
    await requestPlan(db, 'north', 'schedule-changed', 'The schedules of bus-1 changed.')
    expect(await planPending(at(NOW), 'north')).toBe('planned')
    expect(await incumbent(key)).toMatchObject({
      trigger: 'schedule-changed',
      triggerDescription: 'The schedules of bus-1 changed.',
    })
    expect(await planPending(at(NOW), 'north')).toBe('nothing to do')
  })

  it('keeps plans and request when planning fails, and writes the failure down', async () => {
    const { db } = scratch.connection
    const key = await busTonight('bus-1')
    await planNow()
    const before = await incumbent(key)
    await db.update(location).set({ strategy: 'no such strategy' })
    await requestPlan(db, 'north', 'settings-changed', 'The strategy changed.')
    await expect(planPending(at(NOW), 'north')).rejects.toThrow('strategy')
    expect(await incumbent(key)).toEqual(before)
    expect(await db.select().from(planRequest)).toHaveLength(1)
    const failures = (await db.select().from(planRun).orderBy(planRun.key)).map(({ failure }) => failure)
    expect(failures).toEqual([null, expect.stringContaining('strategy')])
  })

  it('keeps plans and request when there is no time for the near future, and writes down why', async () => {
    const { db } = scratch.connection
    const key = await busTonight('bus-1')
    await planNow()
    const before = await incumbent(key)
    const { planningMs } = limits
    limits.planningMs = 20
    vi.mocked(threads.explainInThread).mockImplementation(untilEnded)
    try {
      await requestPlan(db, 'north', 'settings-changed', 'The limit changed.')
      const sentence = 'Planning took longer than 0.02 s and was given up.'
      await expect(planPending(at(NOW), 'north')).rejects.toThrow(sentence)
      await expect(planNow()).rejects.toMatchObject({ code: 'unavailable', message: expect.stringContaining(sentence) })
      expect(await incumbent(key)).toEqual(before)
      expect(await db.select().from(planRequest)).toHaveLength(1)
      const runs = (await db.select().from(planRun).orderBy(planRun.key)).slice(1)
      expect(runs.map(({ failure }) => failure)).toEqual([sentence, sentence])
      for (const { startedAt, finishedAt } of runs) expect(finishedAt.getTime()).toBeGreaterThan(startedAt.getTime())
    } finally {
      limits.planningMs = planningMs
      vi.mocked(threads.explainInThread).mockReset()
    }
    expect(await planPending(at(NOW), 'north')).toBe('planned')
  })

  it('is busy while somebody else plans the location', async () => {
    const { db } = scratch.connection
    await busTonight('bus-1')
    await requestPlan(db, 'north', 'manual', 'Because.')
    await withPlanLease(db, 'north', 'skip', async () => {
      expect(await planPending(at(NOW), 'north')).toBe('busy')
    })
    expect(await planPending(at(NOW), 'north')).toBe('planned')
  })

  it('stays asked for when the run is interrupted', async () => {
    const { db } = scratch.connection
    await busTonight('bus-1')
    await requestPlan(db, 'north', 'manual', 'Because.')
    await expect(planPending(at(NOW), 'north', AbortSignal.abort())).rejects.toThrow()
    expect(await db.select().from(planRequest)).toHaveLength(1)
    expect(await db.select().from(planRun)).toEqual([])
    expect(await planPending(at(NOW), 'north')).toBe('planned')
  })
})
