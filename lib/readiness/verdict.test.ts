import { describe, expect, it } from 'vitest'
import { type DepartureFacts, readinessOf } from '@/lib/readiness/verdict'

const HOUR = 3_600_000
const MINUTE = 60_000
const NOW = Date.parse('2026-11-23T02:00:00Z')

/** A bus of 300 kWh and 100 kW: here for six hours, leaves in three, needs 60 %, wants 90 %, gets it. */
const GOOD: DepartureFacts = {
  now: NOW,
  arrival: NOW - 6 * HOUR,
  departure: NOW + 3 * HOUR,
  from: NOW - 6 * HOUR,
  deadline: NOW + 3 * HOUR - 10 * MINUTE,
  presence: 'here',
  unpluggedAt: null,
  faultSince: null,
  silentSince: null,
  delivery: null,
  soc: 70,
  socIsAssumed: false,
  predictedSoc: 90,
  surelySoc: null,
  minimumSoc: 60,
  targetSoc: 90,
  batterySizeKwh: 300,
  toTargetMs: HOUR,
  toMinimumMs: 0,
  withoutCurveMs: HOUR,
  withFullDeliveryMs: HOUR,
  planIsFrozen: false,
  siteHasLimit: true,
  noPlanReason: null,
}

const away: Partial<DepartureFacts> = { presence: 'expected', arrival: NOW + HOUR, from: NOW + HOUR, soc: 40 }
const absent: Partial<DepartureFacts> = {
  presence: 'absent',
  arrival: NOW - 25 * MINUTE,
  from: NOW + 25 * MINUTE,
  soc: 40,
}
const unheard: Partial<DepartureFacts> = { presence: 'unheard', soc: 40 }
const left: Partial<DepartureFacts> = {
  presence: 'left',
  departure: NOW + 3 * MINUTE,
  deadline: NOW - 7 * MINUTE,
  unpluggedAt: NOW - 2 * MINUTE,
}
const tight: Partial<DepartureFacts> = { deadline: NOW + 80 * MINUTE }
const dead = { kind: 'not-charging', since: NOW - 5 * MINUTE, share: 0 } as const
const slow = { kind: 'falls-behind', since: NOW - 20 * MINUTE, share: 0.7 } as const

const verdict = (facts: Partial<DepartureFacts>) => readinessOf({ ...GOOD, ...facts })

describe('readinessOf: the first state that holds', () => {
  it.each<[string, Partial<DepartureFacts>, string]>([
    ['here and charging as planned', {}, 'on-track'],
    ['here and at its target', { soc: 90 }, 'ready'],
    ['within a point of its target', { soc: 89.2 }, 'ready'],
    ['more than a point below its target', { soc: 88.9 }, 'on-track'],
    ['not due yet', away, 'away'],
    ['not due yet, but full when it comes', { ...away, soc: 95 }, 'away'],
    ['predicted below its minimum', { predictedSoc: 55 }, 'will-miss'],
    ['predicted at its minimum', { predictedSoc: 60 }, 'short-of-target'],
    ['predicted at its minimum but for rounding', { predictedSoc: 59.97 }, 'short-of-target'],
    ['predicted within a point of its target', { predictedSoc: 89.1 }, 'on-track'],
    ['predicted below its target, with no minimum', { minimumSoc: 0, predictedSoc: 80 }, 'will-miss'],
    ['predicted within a point of its target, with no minimum', { minimumSoc: 0, predictedSoc: 89.1 }, 'on-track'],
    ['predicted below a minimum above the posted target', { minimumSoc: 95, targetSoc: 95 }, 'will-miss'],
    ['predicted at a minimum above the posted target', { minimumSoc: 95, targetSoc: 95, predictedSoc: 95 }, 'on-track'],
    ['not due yet and will miss', { ...away, predictedSoc: 50 }, 'will-miss'],
    ['due and absent, and can still make it', absent, 'not-plugged-in'],
    ['due and absent, and will miss', { ...absent, predictedSoc: 50 }, 'will-miss'],
    ['due, and its chargers are only just connecting', unheard, 'on-track'],
    ['the same, by the timetable at its target: that it is here is not known', { ...unheard, soc: 95 }, 'on-track'],
    ['the same, without a plan yet', { ...unheard, predictedSoc: null, noPlanReason: 'not-planned-yet' }, 'no-plan'],
    ['the same, and will miss wherever it is', { ...unheard, predictedSoc: 50 }, 'will-miss'],
    ['its connector reports a fault', { faultSince: NOW - MINUTE }, 'fault'],
    ['a fault, and it will miss', { faultSince: NOW - MINUTE, predictedSoc: 50 }, 'will-miss'],
    ['should charge and does not', { delivery: dead }, 'not-charging'],
    ['should charge, does not, and will miss', { delivery: dead, predictedSoc: 50 }, 'will-miss'],
    ['gets nothing more, at its target', { delivery: dead, soc: 90 }, 'ready'],
    ['gets less than its order', { delivery: slow }, 'falls-behind'],
    ['gets less than its order, at its target', { delivery: slow, soc: 90 }, 'ready'],
    ['nothing is heard of it', { silentSince: NOW - HOUR }, 'not-heard-of'],
    ['no plan because its battery is unknown', { predictedSoc: null, noPlanReason: 'battery-size-unknown' }, 'no-plan'],
    ['no plan, whatever it is forecast', { predictedSoc: 50, noPlanReason: 'scheduling-disabled' }, 'no-plan'],
    ['no plan yet, not due yet', { ...away, predictedSoc: null, noPlanReason: 'not-planned-yet' }, 'no-plan'],
    [
      'no plan yet, due and absent',
      { ...absent, predictedSoc: null, noPlanReason: 'not-planned-yet' },
      'not-plugged-in',
    ],
    ['no plan, but full already', { soc: 95, predictedSoc: null, noPlanReason: 'charge-power-unknown' }, 'ready'],
    ['SoC unknown is not SoC zero', { soc: null, predictedSoc: null, toTargetMs: null }, 'on-track'],
    ['twenty minutes to spare below its target, whoever spent the rest', tight, 'at-risk'],
    ['twenty minutes to spare, at its target', { ...tight, soc: 89.5, toTargetMs: HOUR }, 'ready'],
    ['twenty minutes to spare, not due yet', { ...tight, ...away, deadline: NOW + 140 * MINUTE }, 'away'],
    ['thirty minutes to spare', { deadline: NOW + 90 * MINUTE }, 'on-track'],
    ['nobody measures its SoC, and its target is reached at the low end too', { soc: 62, surelySoc: 91 }, 'on-track'],
    ['nobody measures its SoC, and it may be short', { soc: 62, surelySoc: 88.9 }, 'at-risk'],
    [
      'nobody measures its SoC, and it may be short, but is at its target at the low end',
      { soc: 90, surelySoc: 88 },
      'ready',
    ],
    ['nobody measures its SoC, and it is short in any case', { soc: 42, surelySoc: 50, predictedSoc: 58 }, 'will-miss'],
    ['unplugged at its target just before its departure', { ...left, soc: 90 }, 'left-ready'],
    ['unplugged short of its target in its margin', { ...left, soc: 71 }, 'left-short'],
    ['gone, and faulted or silent before', { ...left, soc: 90, faultSince: NOW, silentSince: NOW }, 'left-ready'],
    ['still there after its departure, and charging', { ...tight, presence: 'overdue' }, 'at-risk'],
    ['still there after its departure, and full', { presence: 'overdue', soc: 90 }, 'ready'],
  ])('%s', (_, facts, expected) => {
    expect(verdict(facts).state).toBe(expected)
  })

  it('says of one that its chargers have yet to speak of that this is not known', () => {
    expect(verdict(unheard)).toMatchObject({ state: 'on-track', reason: 'chargers-connecting' })
    expect(verdict({})).not.toHaveProperty('reason')
  })

  it('tells the other states that hold beside it', () => {
    const facts = { delivery: dead, faultSince: NOW - MINUTE, predictedSoc: 50, ...tight }
    expect(verdict(facts)).toMatchObject({
      state: 'will-miss',
      alsoStates: ['fault', 'not-charging', 'at-risk', 'short-of-target'],
    })
    expect(verdict({ ...left, soc: 71, predictedSoc: 71 }).alsoStates).toBeUndefined()
    expect(verdict({}).alsoStates).toBeUndefined()
  })

  it.each<[string, Partial<DepartureFacts>]>([
    ['a state stands once', { predictedSoc: null, noPlanReason: 'battery-size-unknown' }],
    ['a vehicle at its target lacks no plan', { soc: 95, predictedSoc: null, noPlanReason: 'charge-power-unknown' }],
    ['nor one whose plan is on its way', { soc: 95, predictedSoc: null, noPlanReason: 'not-planned-yet' }],
  ])('beside no other: %s', (_, facts) => {
    expect(verdict(facts).alsoStates).toBeUndefined()
  })
})

describe('readinessOf: why it will miss', () => {
  const short: Partial<DepartureFacts> = {
    predictedSoc: 55,
    deadline: NOW + HOUR / 4,
    toMinimumMs: HOUR,
    withoutCurveMs: HOUR,
    withFullDeliveryMs: HOUR,
  }
  const fits: Partial<DepartureFacts> = { predictedSoc: 55, toMinimumMs: HOUR }
  it.each<[string, Partial<DepartureFacts>, string | undefined]>([
    ['its own power cannot do it in time', short, 'stay-too-short'],
    ['it came later than planned', { ...short, arrival: NOW - HOUR, from: NOW - HOUR / 2 }, 'started-too-late'],
    ['nobody knows its SoC', { ...short, socIsAssumed: true }, 'soc-unknown'],
    ['its battery takes less as it fills', { ...short, withoutCurveMs: HOUR / 5 }, 'charging-curve'],
    ['its charger gives less than it could take', { ...short, withFullDeliveryMs: HOUR / 5 }, 'delivers-less'],
    ['its charger gives nothing', { ...short, delivery: dead }, 'not-charging'],
    ['its charger reports a fault', { ...short, faultSince: NOW - HOUR }, 'fault'],
    ['nothing is heard of it', { ...short, silentSince: NOW - HOUR }, 'not-heard-of'],
    ['the site leaves too little', fits, 'site-limit'],
    ['the site has no limit to blame', { ...fits, siteHasLimit: false }, undefined],
    ['it is not plugged in', { ...absent, predictedSoc: 50 }, 'not-plugged-in'],
    ['its plan is frozen', { ...fits, planIsFrozen: true }, 'frozen-plan'],
  ])('%s', (_, facts, expected) => {
    expect(verdict(facts).reason).toBe(expected)
  })
})

describe('readinessOf: the numbers', () => {
  it('says how far it falls short, of the minimum first, in points and in kWh', () => {
    expect(verdict({ predictedSoc: 50 })).toMatchObject({ shortfallSoC: 10, shortfallkWh: 30 })
    expect(verdict({ predictedSoc: 80 })).toMatchObject({ shortfallSoC: 10, shortfallkWh: 30 })
    expect(verdict({ predictedSoc: 50, batterySizeKwh: null }).shortfallkWh).toBeUndefined()
    expect(verdict({ ...left, soc: 70 })).toMatchObject({ shortfallSoC: 20, shortfallkWh: 60 })
  })

  it('says the time to spare to the target, from now or from when it comes', () => {
    expect(verdict({}).slackMinutes).toBeCloseTo(170 - 60)
    expect(verdict({ presence: 'expected', from: NOW + HOUR }).slackMinutes).toBeCloseTo(110 - 60)
    expect(verdict({ toTargetMs: null }).slackMinutes).toBeUndefined()
    expect(verdict({ toTargetMs: Number.POSITIVE_INFINITY }).slackMinutes).toBeUndefined()
  })

  it('says since when it is so, and how late a vehicle is that is due and absent', () => {
    expect(verdict(absent)).toMatchObject({ state: 'not-plugged-in', lateMinutes: 25, since: NOW - 25 * MINUTE })
    expect(verdict({ delivery: slow })).toMatchObject({ since: slow.since, deliveredShare: 0.7 })
    expect(verdict({ delivery: dead, predictedSoc: 50 })).toMatchObject({ since: dead.since, deliveredShare: 0 })
    expect(verdict({ faultSince: NOW - HOUR })).toMatchObject({ since: NOW - HOUR })
    expect(verdict({ silentSince: NOW - HOUR })).toMatchObject({ since: NOW - HOUR })
    expect(verdict(left)).toMatchObject({ since: NOW - 2 * MINUTE })
    expect(verdict({}).lateMinutes).toBeUndefined()
  })
})
