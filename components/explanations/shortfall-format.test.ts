import { describe, expect, test } from 'vitest'
import { causeWords, missingWords } from '@/components/explanations/shortfall-format'
import { textIn } from '@/components/messages/text'
import { SHORTFALL_CAUSES, type Shortfall } from '@/lib/contract/explanations'

const reading = { locale: 'en-GB', zone: 'UTC', text: textIn('en') }
const shortfall: Shortfall = {
  cause: 'stay-too-short',
  missingKwh: 90,
  missingPoints: 30,
  endSoc: 60,
  targetSoc: 90,
  neededMinutes: 95.2,
  availableMinutes: 60.9,
}

const CAUSES: [Shortfall['cause'], string][] = [
  ['cannot-charge', 'Its settings allow it no charging power.'],
  ['stay-too-short', 'The stay is too short: it has 60 min, full power to 90 % needs 96 min.'],
  ['started-too-late', 'Charging began too late: 60 min are left, full power to 90 % needs 96 min.'],
  ['charging-curve', 'Its battery takes less power as it fills: 60 min are left, to 90 % it needs 96 min.'],
  ['site-limit', 'The depot’s limit leaves it too little: full power would do it in 96 min of its 60 min.'],
]

describe('the cause of a shortfall', () => {
  test.each(CAUSES)('%s is told with its numbers, what is needed rounded up and what there is down', (cause, words) => {
    expect(causeWords({ ...shortfall, cause }, reading)).toBe(words)
  })

  test('has a sentence whichever of the contract’s causes it is', () => {
    expect(CAUSES.map(([cause]) => cause)).toEqual([...SHORTFALL_CAUSES])
  })

  test('of long stays is told in hours', () => {
    expect(causeWords({ ...shortfall, neededMinutes: 195, availableMinutes: 180 }, reading)).toBe(
      'The stay is too short: it has 3 h, full power to 90 % needs 3 h 15 min.',
    )
  })
})

describe('a shortfall', () => {
  test('says how much of the target is missing where the minimum is reached', () => {
    expect(missingWords({ points: 30, energykWh: 90 }, shortfall, reading)).toBe(
      '60 % at departure, 90 kWh below its target of 90 %.',
    )
  })

  test('says how much of the minimum is missing where that is missed', () => {
    expect(missingWords({ points: 5, energykWh: 15 }, { ...shortfall, missedMinimumSoc: 65 }, reading)).toBe(
      '60.0 % at departure, 15 kWh below its minimum of 65 %.',
    )
  })
})
