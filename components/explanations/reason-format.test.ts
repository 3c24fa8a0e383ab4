import { describe, expect, test } from 'vitest'
import { reasonSentence, reasonWords } from '@/components/explanations/reason-format'
import { textIn } from '@/components/messages/text'
import { SegmentReason } from '@/lib/contract/explanations'

const reading = { locale: 'en-GB', zone: 'Europe/Helsinki', text: textIn('en') }
const from = Date.parse('2026-11-22T19:00:00Z')
const stretch = { from, to: from + 3_600_000 }
const at = Date.parse('2026-11-22T23:40:00Z')

const SENTENCES: [SegmentReason, string][] = [
  [{ ...stretch, code: 'ready', targetSoc: 90 }, 'Ready: 90 % is reached'],
  [{ ...stretch, code: 'preconditions', powerKw: 8.04 }, 'Preconditions with 8 kW: it leaves soon'],
  [{ ...stretch, code: 'keeps-free-for-preconditioning' }, 'Waits: the battery is conditioned before it leaves'],
  [{ ...stretch, code: 'charges-at-full-power', powerKw: 150 }, 'Charges at its full 150 kW: nothing holds it back'],
  [{ ...stretch, code: 'waits-for-cheaper', at, pricePerKwh: 0.08, insteadOfPerKwh: 0.24 }, 'Waits: 01:40 is cheaper'],
  [
    { ...stretch, code: 'waits-at-limit', limitKw: 900, until: at },
    'Waits: the depot is at its limit of 900 kW until 01:40',
  ],
  [
    { ...stretch, code: 'waits-at-peak', peakKw: 412.34, until: at },
    'Waits: the depot is at its peak of 412.3 kW until 01:40',
  ],
  [{ ...stretch, code: 'waits-for-its-block', at }, 'Waits: it cannot pause and charges in one go from 01:40'],
  [{ ...stretch, code: 'waits-with-time-to-spare', at }, 'Waits: from 01:40 is time enough'],
  [{ ...stretch, code: 'waits-without-room' }, 'Waits: no room is left for it'],
  [
    { ...stretch, code: 'held-at-limit', powerKw: 62, limitKw: 1000 },
    'Held at 62 kW: the depot is at its limit of 1,000 kW',
  ],
  [{ ...stretch, code: 'held-at-peak', powerKw: 62, peakKw: 400 }, 'Held at 62 kW: the depot is at its peak'],
  [
    { ...stretch, code: 'held-by-ideal', powerKw: 40.25, tag: 'saturation' },
    'Held at 40.3 kW: the ideal power for topping up',
  ],
  [{ ...stretch, code: 'held-by-setting', powerKw: 100 }, 'Held at 100 kW: its settings allow no more'],
  [{ ...stretch, code: 'held-with-time-to-spare', powerKw: 35 }, 'Held at 35 kW: it has time to spare'],
  [{ ...stretch, code: 'charger-not-steerable', powerKw: 100 }, 'Draws about 100 kW: its charger follows no limits'],
  [
    { ...stretch, code: 'charger-offline', powerKw: 40 },
    'Draws about 40 kW: its charger is offline and goes on as it was told last',
  ],
]

describe('a reason', () => {
  test.each(SENTENCES)('%j is told in a sentence with its numbers, times in the depot’s zone', (reason, sentence) => {
    expect(reasonSentence(reason, reading)).toBe(sentence)
  })

  test('at a limit of which vehicles without a schedule draw a part names that part', () => {
    const limit = { limitKw: 200, unscheduledKw: 40 }
    expect(reasonSentence({ ...stretch, code: 'held-at-limit', powerKw: 62, ...limit }, reading)).toBe(
      'Held at 62 kW: the depot is at its limit of 200 kW, and vehicles without a schedule draw 40 kW of it',
    )
    expect(reasonSentence({ ...stretch, code: 'waits-at-limit', until: at, ...limit }, reading)).toBe(
      'Waits: the depot is at its limit of 200 kW until 01:40, and vehicles without a schedule draw 40 kW of it',
    )
  })

  test('of a charger that is offline and was told to pause is that it waits', () => {
    const paused: SegmentReason = { ...stretch, code: 'charger-offline', powerKw: 0 }
    expect(reasonSentence(paused, reading)).toBe('Waits: its charger is offline and goes on as it was told last')
  })

  test('has a sentence whichever of the contract’s codes it is', () => {
    const codes = SegmentReason.options.map((option) => option.shape.code.value)
    expect(SENTENCES.map(([{ code }]) => code)).toEqual(codes)
  })

  test('that has passed is told as what was', () => {
    expect(reasonSentence({ ...stretch, code: 'waits-without-room' }, reading, true)).toBe(
      'Waited: no room is left for it',
    )
  })

  test('names the weekday of a time that is half a day away or more', () => {
    const later = { ...stretch, code: 'waits-with-time-to-spare', at: from + 13 * 3_600_000 } as const
    expect(reasonWords(later, reading).why).toBe('from Mon 10:00 is time enough')
  })
})
