import { expect, test } from 'vitest'
import { refusalWords } from '@/components/format/refusal-words'
import { textIn } from '@/components/messages/text'

const overlap = {
  code: 'schedule-overlaps',
  details: { id: 'sch_7', from: '2030-01-07T17:30:00.000Z', to: '2030-01-08T04:15:00.000Z' },
}

test('a refusal is said by its code, on the depot’s clock and in the reader’s numbers', () => {
  const de = { text: textIn('de'), locale: 'de-DE', zone: 'Europe/Berlin' }
  expect(refusalWords(overlap, de)).toMatch(/sch_7.*7\. Jan\.?,? .*18:30.*8\. Jan\.?,? .*05:15/)
  expect(refusalWords({ code: 'at-most', details: { maximum: 0.5 } }, de)).toBe('Höchstens 0,5 ist möglich.')
  expect(refusalWords({ code: 'at-most', details: { maximum: 0.5 } }, { text: textIn('en') })).toBe(
    'must be at most 0.5',
  )
})

test('without a depot times are said in UTC, and what has no code has no words', () => {
  const en = { text: textIn('en') }
  expect(refusalWords(overlap, en)).toContain('from 2030-01-07 17:30 UTC to 2030-01-08 04:15 UTC')
  expect(refusalWords({}, en)).toBeNull()
  expect(refusalWords({ code: 'of-a-newer-server' }, en)).toBeNull()
})
