import { expect, test } from 'vitest'
import { triggerWords } from '@/components/explanations/trigger-words'
import { textIn } from '@/components/messages/text'

const [english, german] = [
  { locale: 'en-GB', text: textIn('en') },
  { locale: 'de-DE', text: textIn('de') },
]
const made = { trigger: 'schedule-changed', triggerDescription: 'The schedules of bus 12 changed.' }

test('an English reader is told what has changed, another one what kind of change it was, in their language', () => {
  expect(triggerWords(made, english)).toBe(made.triggerDescription)
  expect(triggerWords(made, german)).toBe('Eine Standzeit hat sich geändert.')
  expect(triggerWords({ trigger: 'schedule-changed' }, english)).toBe('A schedule changed.')
})

test('a plan from elsewhere keeps its own words', () => {
  expect(triggerWords({ trigger: 'tide', triggerDescription: 'Hochwasser' }, german)).toBe('Hochwasser')
  expect(triggerWords({}, german)).toBe('')
})
