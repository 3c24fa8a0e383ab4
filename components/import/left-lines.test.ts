import { expect, test } from 'vitest'
import { leftOutLine } from '@/components/import/left-lines'
import { textIn } from '@/components/messages/text'

const de = { text: textIn('de'), locale: 'de-DE', zone: 'Europe/Berlin' }

test('what an import left out is told in the reader’s language, each of its reasons', () => {
  expect(leftOutLine({ row: 'bus-1', reason: 'It was not imported.' }, de)).toBe('bus-1: Es wurde nicht importiert.')
  const reason = 'maxChargePowerkW: must be at least 1; schedules[0].targetSoC: must be a number'
  expect(leftOutLine({ row: 'bus-2', reason }, de)).toBe(
    `bus-2: maxChargePowerkW: ${de.text('refusal.at-least', { minimum: 1 })}; schedules[0].targetSoC: ${de.text('refusal.not-a-number')}`,
  )
})

test('a reason with a semicolon in it is one sentence, and one that nobody knows stays as it is', () => {
  const reason = 'The database is too busy at this moment; nothing was stored. Try again shortly.'
  expect(leftOutLine({ row: 'bus-3', reason }, de)).toBe(`bus-3: ${de.text('refusal.database-busy')}`)
  expect(leftOutLine({ row: 'Zeile 4', reason: 'SoC: „viel“ ist keine Zahl' }, de)).toBe(
    'Zeile 4: SoC: „viel“ ist keine Zahl',
  )
})
