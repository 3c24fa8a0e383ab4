import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { PostedSchedule } from '@/lib/contract/schedule'
import { Refusal } from '@/lib/errors'
import { findTarget, hasEnded } from '@/lib/schedules/find-target'
import { patchAll } from '@/lib/schedules/patch'
import { reconcile } from '@/lib/schedules/reconcile'
import {
  DEFAULT_TARGET,
  everyStay,
  type ModelAnswer,
  type ModelEntry,
  type ModelState,
  modelPatch,
  modelPost,
  modelRemove,
} from '@/lib/schedules/reconcile.model'
import { removeTarget } from '@/lib/schedules/remove-target'
import { occurrencesIn } from '@/lib/schedules/rule-occurrences'
import type { ScheduledStay, ScheduleState } from '@/lib/schedules/schedule-state'
import { atOnce } from '@/lib/slices'
import { HOUR_MS } from '@/lib/time/interval'

const BEGIN = 20_000 * 24
const LOCATIONS = ['north', 'south']
const locations = new Map(LOCATIONS.map((uid) => [uid, { uid, timeZone: 'UTC', targetSoc: DEFAULT_TARGET }]))

/** Times on a grid of half hours, so that they often meet: with one another, and with now. */
const half = (from: number, to: number) => fc.integer({ min: from * 2, max: to * 2 }).map((halves) => halves / 2)
const location = fc.constantFrom('north', 'north', 'north', 'south')
const entry: fc.Arbitrary<ModelEntry> = fc
  .record({
    location,
    from: half(-30, 60),
    hours: half(0.5, 20),
    target: fc.constantFrom(null, 60, 80),
    priority: fc.constantFrom(null, null, 1),
    every: fc.constantFrom(undefined, undefined, undefined, 1, 2),
    count: fc.constantFrom(1, 3, 12),
  })
  .map(({ hours, every, count, ...rest }) => ({ ...rest, to: rest.from + hours, ...(every && { every, count }) }))

type Step =
  | { do: 'post'; entries: ModelEntry[]; again: number[]; replace: boolean; visible: string[] }
  | { do: 'charge'; which: number; what: 'connect' | 'charge' | 'disconnect' }
  | { do: 'remove'; which: number }
  | { do: 'patch'; which: number; target?: number; later?: number }

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('post' as const),
      entries: fc.array(entry, { maxLength: 4 }),
      again: fc.array(fc.nat(), { maxLength: 3 }),
      replace: fc.boolean(),
      visible: fc.constantFrom(LOCATIONS, LOCATIONS, ['north']),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('charge' as const),
      which: fc.nat(),
      what: fc.constantFrom('connect' as const, 'charge' as const, 'disconnect' as const),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('remove' as const), which: fc.nat() }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('patch' as const),
      which: fc.nat(),
      target: fc.constantFrom(undefined, 55),
      later: fc.constantFrom(undefined, -2, 1, 5),
    }),
  },
)

const instant = (hour: number) => (BEGIN + hour) * HOUR_MS
const absolute = (one: ModelEntry): ModelEntry => ({ ...one, from: one.from + BEGIN, to: one.to + BEGIN })

function posted({ location: locationUid, from, to, target, priority, every, count }: ModelEntry): PostedSchedule {
  return {
    locationUid,
    plannedArrivalTime: from * HOUR_MS,
    plannedDepartureTime: to * HOUR_MS,
    targetSoC: target,
    priority,
    recurrenceRule: every ? `FREQ=DAILY;INTERVAL=${every};COUNT=${count}` : null,
  }
}

/** Every stay of the real state, in the model's words. */
function listed({ stays, rules }: ScheduleState) {
  const range = { from: instant(-24 * 400), to: instant(24 * 400) }
  const dated = [...stays.values()].filter((stay) => !stay.occurrence)
  const occurrences = [...rules.values()].flatMap((rule) => occurrencesIn(rule, range))
  return [...dated, ...occurrences]
    .map((stay) => ({
      ...{ location: stay.locationUid, from: stay.arrival / HOUR_MS, to: stay.departure / HOUR_MS },
      ...{ target: stay.targetSoc, priority: stay.priority, id: stay.id },
    }))
    .sort((a, b) => a.from - b.from || (a.id < b.id ? -1 : 1))
}

const refusal = (work: () => unknown): 409 | 422 => {
  try {
    work()
  } catch (error) {
    if (error instanceof Refusal) return error.code === 'conflict' ? 409 : 422
    throw error
  }
  throw new Error('This was to be refused.')
}

/** Both worlds side by side: the model, and the code under test. */
class Worlds {
  model: ModelState = { stays: [], rules: [] }
  real: ScheduleState = { stays: new Map(), rules: new Map() }
  now = instant(0) / HOUR_MS
  private made = 0

  private ids() {
    let next = this.made
    const newId = () => `s${next++}`
    return { newId, keep: () => (this.made = next) }
  }

  post({ entries, again, replace, visible }: Extract<Step, { do: 'post' }>): ModelAnswer {
    const known = everyStay(this.model).map((stay) => ({ ...stay, target: stay.target, priority: stay.priority }))
    const repeated = again.flatMap((n): ModelEntry[] => {
      const stay = known[n % Math.max(1, known.length)]
      return stay && stay.from < stay.to
        ? [{ location: stay.location, from: stay.from, to: stay.to, target: null, priority: 1 }]
        : []
    })
    const all = [...entries.map(absolute), ...repeated].filter((one) => visible.includes(one.location))
    const canSee = (uid: string) => visible.includes(uid)
    const [forModel, forReal] = [this.ids(), this.ids()]
    const { answer, state } = modelPost(this.model, {
      now: this.now,
      entries: all,
      replace,
      visible: canSee,
      newId: forModel.newId,
    })
    this.model = state
    const decide = () =>
      atOnce(
        reconcile(this.real, {
          ...{ now: this.now * HOUR_MS, schedules: all.map(posted), replaceFutureSchedules: replace },
          ...{ locations, onlyLocationUid: null, canSee, newId: forReal.newId },
        }),
      )
    if ('refused' in answer) {
      expect(refusal(decide)).toBe(answer.refused)
      return answer
    }
    const { next, ids, removedScheduleIds, skipped } = decide()
    forReal.keep()
    expect({ ids, removed: removedScheduleIds.toSorted(), skipped: skipped.map(({ index }) => index) }).toEqual({
      ...answer,
      removed: answer.removed.toSorted(),
    })
    this.real = next
    return answer
  }

  charge({ which, what }: Extract<Step, { do: 'charge' }>): void {
    const stay = this.model.stays[which % Math.max(1, this.model.stays.length)]
    const own = stay && this.real.stays.get(stay.id)
    if (!stay || !own) return
    const before: ScheduledStay['charging'] = own.charging ?? {
      connectedAt: null,
      disconnectedAt: null,
      chargingStartedAt: null,
      measuredStartSoc: null,
    }
    const at = this.now * HOUR_MS
    const said = {
      connect: { connectedAt: at, disconnectedAt: null },
      charge: { connectedAt: at, disconnectedAt: null, chargingStartedAt: at },
      disconnect: { disconnectedAt: at },
    }
    stay.connected = what !== 'disconnect'
    if (what === 'charge') stay.chargedFrom = this.now
    if (what === 'disconnect' && before.connectedAt === null) return
    this.real = {
      ...this.real,
      stays: new Map(this.real.stays).set(own.id, { ...own, charging: { ...before, ...said[what] } }),
    }
  }

  /** Closed at the very moment that another departs: the database refuses that, so it is no state to go on from. */
  hasTwins(): boolean {
    const departures = this.model.stays.map(({ to }) => to)
    return new Set(departures).size < departures.length
  }

  private targetId(which: number): string | undefined {
    const ids = [...everyStay(this.model).map(({ id }) => id), ...this.model.rules.map(({ id }) => id)]
    return ids[which % Math.max(1, ids.length)]
  }

  remove({ which }: Extract<Step, { do: 'remove' }>): void {
    const id = this.targetId(which)
    if (id === undefined) return
    const target = findTarget(this.real, id, () => true)
    const expected = modelRemove(this.model, id, this.now)
    if (!target) throw new Error(`${id} is not known.`)
    if (expected === 'ended') expect(refusal(() => removeTarget(this.real, target, this.now * HOUR_MS))).toBe(409)
    else {
      this.real = removeTarget(this.real, target, this.now * HOUR_MS)
      this.model = expected
    }
  }

  patch({ which, target, later }: Extract<Step, { do: 'patch' }>): void {
    const id = this.targetId(which)
    if (id === undefined) return
    const found = findTarget(this.real, id, () => true)
    const place =
      found &&
      (found.kind === 'stay' ? found.stay : found.kind === 'occurrence' ? found.occurrence : found.rule.versions.at(-1))
    if (!found || !place) throw new Error(`${id} is not known.`)
    const departure = later === undefined ? undefined : place.departure + later * HOUR_MS
    const expected = modelPatch(
      this.model,
      id,
      { target, to: departure === undefined ? undefined : departure / HOUR_MS },
      this.now,
    )
    const decide = () =>
      atOnce(
        patchAll(this.real, [{ id, targetSoC: target, plannedDepartureTime: departure }], {
          now: this.now * HOUR_MS,
          canSee: () => true,
          locations,
          ownLocations: locations,
        }),
      )
    if (typeof expected === 'number') expect(refusal(decide)).toBe(expected)
    else {
      const { next, applied } = decide()
      expect(applied).toBe(hasEnded(found, this.now * HOUR_MS) ? 0 : 1)
      this.real = next
      this.model = expected
    }
  }
}

test('any series of calls decides what the sentences of the contract say, in every answer and every stay', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(half(0, 10), step), { minLength: 1, maxLength: 14 }), (steps) => {
      const worlds = new Worlds()
      for (const [hours, call] of steps) {
        worlds.now += hours
        if (call.do === 'post') worlds.post(call)
        else if (call.do === 'charge') worlds.charge(call)
        else if (call.do === 'remove') worlds.remove(call)
        else worlds.patch(call)
        if (worlds.hasTwins()) return
        expect(listed(worlds.real)).toEqual(everyStay(worlds.model).map(({ rule: _, ...stay }) => stay))
      }
    }),
    { numRuns: Number(process.env.RUNS ?? 1_500) },
  )
}, 300_000)

/** Three days of a rule that says 19.5 h of each, of which so many are over; then its departure is set 5 h later. */
function lengthened(over: number): ReturnType<typeof listed> {
  const worlds = new Worlds()
  const entries = [{ location: 'north', from: 1, to: 20.5, target: null, priority: null, every: 1, count: 3 }]
  worlds.post({ do: 'post', entries, again: [], replace: false, visible: LOCATIONS })
  worlds.now += 24 * over
  const rule = everyStay(worlds.model).length
  worlds.patch({ do: 'patch', which: rule, later: 5 })
  return listed(worlds.real)
}

test('a rule may be made longer than its interval once one occurrence is left, since only time after now can overlap', () => {
  const hours = (over: number) => lengthened(over).map(({ from, to }) => to - from)
  expect(hours(0)).toEqual([19.5, 19.5, 19.5])
  expect(hours(1)).toEqual([19.5, 19.5, 19.5])
  expect(hours(2)).toEqual([19.5, 19.5, 24.5])
})

test('the same body twice changes nothing the second time', () => {
  fc.assert(
    fc.property(
      fc.array(entry, { maxLength: 5 }),
      fc.array(entry, { maxLength: 5 }),
      fc.boolean(),
      (first, second, replace) => {
        const worlds = new Worlds()
        const call = (entries: ModelEntry[]) =>
          worlds.post({ do: 'post', entries, again: [], replace, visible: LOCATIONS })
        call(first)
        if ('refused' in call(second)) return
        const before = worlds.real
        call(second)
        expect([...worlds.real.stays.values()].every((stay) => before.stays.get(stay.id) === stay)).toBe(true)
        expect([...worlds.real.rules.values()].every((rule) => before.rules.get(rule.id) === rule)).toBe(true)
      },
    ),
    { numRuns: 500 },
  )
})
