import { expect, test } from 'vitest'
import { ruleWords } from '@/components/fleet/rule-format'
import { textIn } from '@/components/messages/text'

const reading = { locale: 'en-GB', zone: 'Europe/Helsinki', text: textIn('en') }

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
  ['FREQ=MONTHLY;BYDAY=2TU', 'monthly on the second Tue'],
  ['FREQ=MONTHLY;BYDAY=-1FR;COUNT=3', 'monthly on the last Fri, 3 times'],
  ['FREQ=MONTHLY;BYMONTHDAY=15', 'monthly on day 15'],
  ['FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=-1', 'every 2 months on the last day'],
  ['FREQ=MONTHLY;BYDAY=TU', 'FREQ=MONTHLY;BYDAY=TU'],
  ['FREQ=MONTHLY;BYMONTHDAY=1,15', 'FREQ=MONTHLY;BYMONTHDAY=1,15'],
  ['FREQ=WEEKLY', 'FREQ=WEEKLY'],
])('%s is "%s"', (rule, words) => expect(ruleWords(rule, reading)).toBe(words))
