import { describe, expect, test } from 'vitest'
import { parseProblem } from '@/lib/planner/parse-problem'
import { MalformedProblem, planDepot } from '@/lib/planner/plan-depot'
import { strategies } from '@/lib/planner/problem'

const schedule = {
  id: 's1',
  from: 0,
  to: 3_600_000,
  startSoc: 40,
  targetSoc: 90,
  ev: { batterySizekWh: 350, maxPowerkW: 150 },
}
const base = {
  format: 'depot-problem/1',
  now: 0,
  strategy: 'balanced',
  site: { powerLimitkW: null },
  schedules: [schedule],
}

function pathsOf(json: unknown): string[] {
  const parsed = parseProblem(json)
  return 'faults' in parsed ? parsed.faults.map(({ path }) => path) : []
}

describe('a problem', () => {
  test('may leave out everything that has a meaning when absent', () => {
    const parsed = parseProblem(base)
    if ('faults' in parsed) throw new Error(JSON.stringify(parsed.faults))
    const [only] = parsed.problem.schedules
    expect(only?.settings).toMatchObject({ evMinPowerkW: 0, evMaxPowerkW: 150, bulkSoC: 100, powerRules: [] })
    expect(parsed.problem.site).toMatchObject({ limits: [], baseLoad: [], prices: [], efficiency: 1 })
  })

  test.each([
    ['is no object', 'depot', '(problem)'],
    ['has another format', { ...base, format: 'depot-problem/2' }, 'format'],
    ['has an unknown property', { ...base, powerLimit: 3 }, 'powerLimit'],
    ['does not say whether there is a limit', { ...base, site: {} }, 'site.powerLimitkW'],
    ['has an unknown strategy', { ...base, strategy: 'peak-suppression' }, 'strategy'],
    ['has a time that is not finite', { ...base, now: Number.NaN }, 'now'],
    ['has a stay that ends before it begins', { ...base, schedules: [{ ...schedule, to: -1 }] }, 'schedules[0].to'],
    ['uses an id twice', { ...base, schedules: [schedule, schedule] }, 'schedules[1].id'],
    ['has a SoC above 100', { ...base, schedules: [{ ...schedule, targetSoc: 101 }] }, 'schedules[0].targetSoc'],
    [
      'has a power as text',
      { ...base, schedules: [{ ...schedule, ev: { batterySizekWh: 1, maxPowerkW: '150' } }] },
      'schedules[0].ev.maxPowerkW',
    ],
    [
      'has a minimum power above the maximum',
      { ...base, schedules: [{ ...schedule, settings: { evMinPowerkW: 9, evMaxPowerkW: 8 } }] },
      'schedules[0].settings.evMinPowerkW',
    ],
    [
      'has two base loads at a time',
      {
        ...base,
        site: {
          powerLimitkW: 1,
          baseLoad: [
            { from: 0, to: 2, powerkW: 1 },
            { from: 1, to: 3, powerkW: 2 },
          ],
        },
      },
      'site.baseLoad[1]',
    ],
    [
      'has an unknown property in an incumbent plan',
      { ...base, previous: { s1: [{ from: 0, to: 1, powerkW: 0, energykWh: 0 }] } },
      'previous.s1[0].energykWh',
    ],
    [
      'says two powers at a time in an incumbent plan',
      {
        ...base,
        previous: {
          s1: [
            { from: 0, to: 1_800_000, powerkW: 80 },
            { from: 900_000, to: 3_600_000, powerkW: 40 },
          ],
        },
      },
      'previous.s1[1]',
    ],
    ['has an efficiency above 1', { ...base, site: { powerLimitkW: 1, efficiency: 1.1 } }, 'site.efficiency'],
  ])('is refused when it %s', (_, json, path) => {
    expect(pathsOf(json)).toContain(path)
  })

  test('names all its faults at once', () => {
    expect(pathsOf({ ...base, now: 'x', strategy: 'y' })).toEqual(['now', 'strategy'])
  })

  test.each([
    [{ ...base, now: undefined }, 'now is missing: give a finite number'],
    [{ ...base, now: '5' }, 'now must be a finite number'],
    [{ ...base, schedules: [{ ...schedule, id: '' }] }, 'schedules[0].id must be a text that is not empty'],
    [{ ...base, schedules: {} }, 'schedules must be a list'],
    [{ ...base, schedules: [{ ...schedule, startSoc: -1 }] }, 'schedules[0].startSoc must be at least 0, not -1'],
    [
      { ...base, schedules: [{ ...schedule, ev: { batterySizekWh: 0, maxPowerkW: 1 } }] },
      'schedules[0].ev.batterySizekWh must be above 0, not 0',
    ],
    [{ ...base, strategy: 'none' }, `strategy must be one of: ${strategies.join(', ')}`],
    [{ ...base, site: { powerLimitkW: 1, limit: 3 } }, /^site\.limit is not known; known here: powerLimitkW, limits, /],
    [{ ...base, schedules: [{ ...schedule, to: -1 }] }, 'schedules[0].to is before from (-1 < 0)'],
  ])('says what is wrong with it in a sentence: %#', (json, sentence) => {
    const parsed = parseProblem(json)
    const faults = 'faults' in parsed ? parsed.faults.map(({ path, message }) => `${path} ${message}`) : []
    expect(faults).toEqual([typeof sentence === 'string' ? sentence : expect.stringMatching(sentence)])
  })

  test('may name a schedule or an incumbent plan like a property of every object', () => {
    const parsed = parseProblem(JSON.parse(JSON.stringify({ ...base, previous: { constructor: [], toString: [] } })))
    expect(parsed).toMatchObject({ problem: { previous: { constructor: [], toString: [] } } })
  })

  test('keeps limits that overlap, as the lowest holds', () => {
    const limits = [
      { from: 0, to: 2, powerkW: 1 },
      { from: 1, to: 3, powerkW: 2 },
    ]
    expect(pathsOf({ ...base, site: { powerLimitkW: 5, limits } })).toEqual([])
  })

  test('that is malformed makes the planner throw with its faults', () => {
    const problem = { ...base, strategy: 'none' } as unknown as Parameters<typeof planDepot>[0]
    expect(() => planDepot(problem)).toThrow(MalformedProblem)
  })
})
