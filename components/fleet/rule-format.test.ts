import { expect, test } from 'vitest'
import { ruleWords } from '@/components/fleet/rule-format'
import { textIn } from '@/components/messages/text'

const reading = { locale: 'en-GB', zone: 'Europe/Helsinki', text: textIn('en-GB') }

test.each([
  ['FREQ=DAILY', 'every day'],
  ['FREQ=WEEKLY;BYDAY=SU,SA,FR,TH,WE,TU,MO', 'every day'],
  ['FREQ=WEEKLY;BYDAY=FR,MO,TU,WE,TH', 'Mon–Fri'],
  ['FREQ=WEEKLY;BYDAY=MO,WE,SA', 'Mon, Wed, Sat'],
  ['FREQ=WEEKLY;INTERVAL=2;BYDAY=SA,SU', 'every 2 weeks on Sat, Sun'],
  ['FREQ=DAILY;INTERVAL=3', 'every 3 days'],
  ['FREQ=DAILY;COUNT=10', 'every day, 10 times'],
  ['FREQ=DAILY;UNTIL=20261231T215959Z', 'every day, until Thu 31 Dec'],
  ['FREQ=DAILY;UNTIL=20261231', 'every day, until Thu 31 Dec'],
  ['FREQ=MONTHLY;BYDAY=2TU', 'FREQ=MONTHLY;BYDAY=2TU'],
  ['FREQ=WEEKLY', 'FREQ=WEEKLY'],
])('%s is "%s"', (rule, words) => expect(ruleWords(rule, reading)).toBe(words))
