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
  faulted: false,
  idle: false,
  silentSince: null,
  soc: 70,
  arrivalSoc: 30,
  socIsAssumed: false,
  predictedSoc: 90,
  minimumSoc: 60,
  targetSoc: 90,
  batterySizeKwh: 300,
  maxPowerKw: 100,
  planIsFrozen: false,
  siteHasLimit: true,
  noPlanReason: null,
}

const away: Partial<DepartureFacts> = {
  presence: 'expected',
  arrival: NOW + HOUR,
  from: NOW + HOUR,
  arrivalSoc: 40,
  soc: 40,
}
const absent: Partial<DepartureFacts> = {
  presence: 'absent',
  arrival: NOW - 25 * MINUTE,
  from: NOW + 5 * MINUTE,
  soc: 40,
  arrivalSoc: 40,
}

const state = (facts: Partial<DepartureFacts>) => readinessOf({ ...GOOD, ...facts }).state
const reason = (facts: Partial<DepartureFacts>) => readinessOf({ ...GOOD, ...facts }).reason

describe('readinessOf: the state, the worst that applies', () => {
  it.each<[string, Partial<DepartureFacts>, string]>([
    ['here and charging as planned', {}, 'on-track'],
    ['here and at its target', { soc: 90 }, 'ready'],
    ['within a point of its target', { soc: 89.2 }, 'ready'],
    ['more than a point below its target', { soc: 88.9 }, 'on-track'],
    ['not due yet', away, 'away'],
    ['not due yet, but full when it comes', { ...away, soc: 95, arrivalSoc: 95 }, 'away'],
    ['predicted below its minimum', { predictedSoc: 55 }, 'will-miss'],
    ['predicted at its minimum', { predictedSoc: 60 }, 'short-of-target'],
    ['predicted at its minimum but for dust', { predictedSoc: 59.97 }, 'short-of-target'],
    ['predicted within a point of its target', { predictedSoc: 89.1 }, 'on-track'],
    ['predicted below its target, with no minimum', { minimumSoc: 0, predictedSoc: 80 }, 'will-miss'],
    ['predicted within a point of its target, with no minimum', { minimumSoc: 0, predictedSoc: 89.1 }, 'on-track'],
    [
      'predicted below a minimum above the posted target',
      { minimumSoc: 95, targetSoc: 95, predictedSoc: 90 },
      'will-miss',
    ],
    ['predicted at a minimum above the posted target', { minimumSoc: 95, targetSoc: 95, predictedSoc: 95 }, 'on-track'],
    ['not due yet and will miss', { ...away, predictedSoc: 50 }, 'will-miss'],
    ['due and absent, and can still make it', absent, 'not-plugged-in'],
    ['due and absent, and will miss', { ...absent, predictedSoc: 50 }, 'will-miss'],
    ['its connector reports a fault', { faulted: true }, 'fault'],
    ['a fault, and it will miss', { faulted: true, predictedSoc: 50 }, 'will-miss'],
    ['should charge and does not', { idle: true }, 'not-charging'],
    ['should charge, does not, and will miss', { idle: true, predictedSoc: 50 }, 'will-miss'],
    ['no plan because its battery is unknown', { predictedSoc: null, noPlanReason: 'battery-size-unknown' }, 'no-plan'],
    ['no plan yet, not due yet', { ...away, predictedSoc: null, noPlanReason: 'not-planned-yet' }, 'no-plan'],
    ['no plan, but full already', { soc: 95, predictedSoc: null, noPlanReason: 'charge-power-unknown' }, 'ready'],
    ['SoC unknown is not SoC zero', { soc: null, arrivalSoc: null, predictedSoc: null }, 'on-track'],
    [
      'came late, still below its minimum, with little time',
      { from: NOW - HOUR, arrivalSoc: 12, soc: 45, deadline: NOW + 50 * MINUTE },
      'at-risk',
    ],
    [
      'came late, but above its minimum by now',
      { from: NOW - HOUR, arrivalSoc: 12, soc: 61, deadline: NOW + 50 * MINUTE },
      'on-track',
    ],
    ['had time and its plan used it on purpose', { soc: 45, deadline: NOW + 50 * MINUTE }, 'on-track'],
  ])('%s', (_, facts, expected) => {
    expect(state(facts)).toBe(expected)
  })
})

describe('readinessOf: why it will miss', () => {
  const short = { predictedSoc: 55, soc: 40, deadline: NOW + HOUR / 4 }
  it.each<[string, Partial<DepartureFacts>, string | undefined]>([
    ['its own power cannot do it in time', short, 'stay-too-short'],
    ['it came later than planned', { ...short, arrival: NOW - HOUR, from: NOW - HOUR / 2 }, 'started-too-late'],
    ['nobody knows its SoC', { ...short, socIsAssumed: true }, 'soc-unknown'],
    ['the site leaves too little', { predictedSoc: 55, soc: 40 }, 'site-limit'],
    ['the site has no limit to blame', { predictedSoc: 55, soc: 40, siteHasLimit: false }, undefined],
    ['it is not plugged in', { ...absent, predictedSoc: 50 }, 'not-plugged-in'],
    ['its plan is frozen', { predictedSoc: 55, soc: 40, planIsFrozen: true }, 'frozen-plan'],
    ['it is not scheduled', { predictedSoc: 55, noPlanReason: 'scheduling-disabled' }, 'scheduling-disabled'],
  ])('%s', (_, facts, expected) => {
    expect(reason(facts)).toBe(expected)
  })
})

describe('readinessOf: the numbers', () => {
  it('says how far it falls short, of the minimum first, in points and in kWh', () => {
    expect(readinessOf({ ...GOOD, predictedSoc: 50 })).toMatchObject({ shortfallSoC: 10, shortfallkWh: 30 })
    expect(readinessOf({ ...GOOD, predictedSoc: 80 })).toMatchObject({ shortfallSoC: 10, shortfallkWh: 30 })
    expect(readinessOf({ ...GOOD, predictedSoc: 50, batterySizeKwh: null }).shortfallkWh).toBeUndefined()
  })

  it('says the time to spare at full power to the minimum, from now or from when it comes', () => {
    expect(readinessOf({ ...GOOD, soc: 50 }).slackMinutes).toBeCloseTo(170 - 18)
    expect(readinessOf({ ...GOOD, soc: 50, presence: 'expected', from: NOW + HOUR }).slackMinutes).toBeCloseTo(110 - 18)
    expect(readinessOf({ ...GOOD, soc: null }).slackMinutes).toBeUndefined()
  })

  it('says how late a vehicle is that is due and absent', () => {
    expect(readinessOf({ ...GOOD, ...absent })).toMatchObject({ state: 'not-plugged-in', lateMinutes: 25 })
    expect(readinessOf(GOOD).lateMinutes).toBeUndefined()
  })
})
