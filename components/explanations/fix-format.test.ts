import { describe, expect, test } from 'vitest'
import { fixWords } from '@/components/explanations/fix-format'
import { textIn } from '@/components/messages/text'
import { Fix } from '@/lib/contract/explanations'

const reading = { locale: 'en-GB', zone: 'Europe/Helsinki', text: textIn('en') }
const now = Date.parse('2026-11-23T00:00:00Z')
const subject = {
  schedule: {
    targetSoC: 95,
    priority: 0,
    plannedDepartureTime: '2026-11-23T03:10:00.000Z',
    minimumSoC: 60,
  },
  vehicleName: 'Bus 7',
  powerLimitkW: 900,
  nameOf: (evId: string) => evId.replace('bus-', 'Bus '),
}
const raised: Fix = {
  kind: 'raise-limit',
  byKw: 42,
  from: '2026-11-23T01:00:00.000Z',
  to: '2026-11-23T02:10:00.000Z',
  powerLimits: { dates: [{ from: '2026-11-23T01:00:00.000Z', to: '2026-11-23T02:10:00.000Z', powerkW: 942 }] },
}
const lowered: Fix = { kind: 'lower-target', targetSoc: 82 }
const later: Fix = { kind: 'later-departure', byMinutes: 25, to: '2026-11-23T03:35:00.000Z' }
const first = (costs: [evId: string, points: number][]): Fix => ({
  kind: 'higher-priority',
  priority: 1,
  costs: costs.map(([evId, points]) => ({ scheduleId: `s-${evId}`, evId, points })),
})

const swapped: Fix = {
  kind: 'swap',
  scheduleId: 's-bus-12',
  evId: 'bus-12',
  plannedDepartureTime: '2026-11-23T04:30:00.000Z',
  targetSoC: 80,
}

const TITLES: [Fix, string, string][] = [
  [swapped, 'Swap with Bus 12', 'Bus 12 leaves at 05:10 instead; Bus 7 leaves at 06:30 with 80 %.'],
  [raised, '+42 kW on the limit 03:00–04:10', 'Beyond the 900 kW that the depot has contracted.'],
  [lowered, 'Target 82 % instead of 95 %', 'Nothing else changes.'],
  [later, 'Leave 25 min later, at 05:35', 'Instead of 05:10.'],
  [first([['bus-12', 4]]), 'Priority 1 instead of 0', 'Costs Bus 12 (4 %).'],
]

describe('a fix', () => {
  test.each(TITLES)('%j says what changes and what that means', (fix, title, note) => {
    expect(fixWords(fix, subject, now, reading)).toMatchObject({ title, note })
  })

  test('has words whichever of the contract’s kinds it is', () => {
    expect(TITLES.map(([{ kind }]) => kind)).toEqual(Fix.options.map((option) => option.shape.kind.value))
  })

  test.each([
    ['swaps with another', swapped, false],
    ['raises the limit of the depot', raised, true],
    ['lowers a target that stays above the minimum', lowered, false],
    ['lowers a target below the minimum', { ...lowered, targetSoc: 59.9 }, true],
    ['moves its own departure', later, false],
    ['takes from nobody', first([]), false],
    ['takes from others', first([['bus-12', 4]]), true],
  ] as const)('that %s asks first: %3$s', (_what, fix, asks) => {
    expect(fixWords(fix, subject, now, reading).question !== undefined).toBe(asks)
  })

  test('asks before it goes below the depot’s minimum, where the stay has none of its own', () => {
    const own = { ...subject, schedule: { ...subject.schedule, minimumSoC: undefined }, minimumSoc: 85 }
    expect(fixWords(lowered, own, now, reading)).toMatchObject({
      title: 'Accept the shortfall: 82 % instead of 95 %',
      note: 'Below the 85 % that its next duty needs; its minimum is lowered with the target.',
      question: { action: 'Accept the shortfall' },
    })
  })

  test('names the vehicles that it costs most and counts the rest; the question names all', () => {
    const fix = first([
      ['bus-1', 1],
      ['bus-2', 6.04],
      ['bus-3', 2],
      ['bus-4', 0.5],
      ['bus-5', 3],
    ])
    const { note, question } = fixWords(fix, subject, now, reading)
    expect(note).toBe('Costs Bus 2 (6 %), Bus 5 (3 %), Bus 3 (2 %), 2 more vehicles.')
    expect(question?.warning).toContain('Bus 1 (1 %), Bus 4 (0.5 %).')
  })

  test('of a swap names the block that changes hands', () => {
    const schedule = { ...subject.schedule, blockId: '54/15' }
    expect(fixWords(swapped, { ...subject, schedule }, now, reading).note).toBe(
      'Bus 12 takes block 54/15 at 05:10; Bus 7 leaves at 06:30 with 80 %.',
    )
  })

  test('of the departure names the block that it moves', () => {
    const schedule = { ...subject.schedule, blockId: '54/15' }
    expect(fixWords(later, { ...subject, schedule }, now, reading).note).toBe(
      'Instead of 05:10; block 54/15 starts later.',
    )
  })
})
