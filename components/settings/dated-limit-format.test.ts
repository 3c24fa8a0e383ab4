import { expect, test } from 'vitest'
import { textIn } from '@/components/messages/text'
import { comingLimits, timesWords } from '@/components/settings/dated-limit-format'

const reading = { locale: 'en-GB', zone: 'Europe/Helsinki', text: textIn('en') }
const limit = (from: string, to: string) => ({ from, to, powerkW: 942 })
const night = limit('2026-11-23T01:00:00.000Z', '2026-11-23T02:10:00.000Z')
const evening = limit('2026-11-22T21:30:00.000Z', '2026-11-22T22:30:00.000Z')

test.each([
  ['one day', night, 'Mon 23 Nov 03:00 – 04:10'],
  ['two days', evening, 'Sun 22 Nov 23:30 – Mon 23 Nov 00:30'],
  [
    'the same day of two years',
    limit('2026-11-23T01:00:00.000Z', '2027-11-23T02:00:00.000Z'),
    /Nov 03:00 – Tue 23 Nov/,
  ],
] as const)('a limit of %s names its times in the depot’s zone', (_what, one, words) => {
  expect(timesWords(one, reading)).toMatch(words)
})

test('limits are listed from the next on, and no more once they have ended', () => {
  const all = [night, evening]
  const at = (time: string) => comingLimits(all, Date.parse(time))
  expect(at('2026-11-22T20:00:00Z')).toEqual([evening, night])
  expect(at('2026-11-22T22:00:00Z')).toEqual([evening, night])
  expect(at('2026-11-22T22:30:00Z')).toEqual([night])
  expect(at('2026-11-23T02:10:00Z')).toEqual([])
})
