import { expect, test } from 'vitest'
import { causeWords } from '@/components/explanations/shortfall-format'
import { slackWords } from '@/components/explanations/slack-format'
import { textIn } from '@/components/messages/text'
import type { Shortfall } from '@/lib/contract/explanations'

const reading = { locale: 'en-GB', zone: 'UTC', text: textIn('en') }
/** 26.2 minutes are missing beside a margin of ten. */
const tooShort: Shortfall = {
  cause: 'stay-too-short',
  missingKwh: 30,
  missingPoints: 10,
  endSoc: 80,
  targetSoc: 90,
  neededMinutes: 100.7,
  availableMinutes: 74.5,
}
const crowded: Shortfall = { ...tooShort, cause: 'site-limit', neededMinutes: 74.3, availableMinutes: 74.4 }

test.each([
  [{ targetMinutes: 80.9, minimumMinutes: 200 }, undefined, 60, '1 h 20 min at full power, on top of its margin'],
  [{ targetMinutes: 0.4, minimumMinutes: 200 }, undefined, 60, 'none, even at full power'],
  [
    { targetMinutes: -7.2, minimumMinutes: 40 },
    undefined,
    60,
    'none: even at full power it needs 8 min of its departure margin',
  ],
  [{ targetMinutes: -6 }, crowded, 60, 'none: even at full power it needs 6 min of its departure margin'],
  [
    { targetMinutes: -36.2, minimumMinutes: 12.5 },
    tooShort,
    60,
    'none for its target: even at full power it would need 27 min more; 12 min for its minimum, on top of its margin',
  ],
  [{ targetMinutes: -36.2, minimumMinutes: 60 }, tooShort, 0, 'none: even at full power it would need 27 min more'],
  [{ targetMinutes: -36.2, minimumMinutes: -10 }, tooShort, 60, 'none: even at full power it would need 27 min more'],
  [{}, { ...tooShort, cause: 'cannot-charge' }, 60, null],
] as const)(
  'a slack of %j beside the shortfall %j with a minimum of %s is said as "%s"',
  (slack, short, minimum, words) => {
    expect(slackWords({ slack, ...(short && { shortfall: short }) }, minimum, reading)).toBe(words)
  },
)

test('what a stay lacks is the difference of the two numbers that its shortfall names', () => {
  expect(causeWords(tooShort, reading)).toContain('it has 74 min, full power to 90 % needs 101 min')
  expect(slackWords({ slack: { targetMinutes: -36.2 }, shortfall: tooShort }, 0, reading)).toContain(`${101 - 74} min`)
})
