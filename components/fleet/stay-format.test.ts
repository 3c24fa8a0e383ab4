import { expect, test } from 'vitest'
import { ruleIdOf, stayTimes } from '@/components/fleet/stay-format'
import { textIn } from '@/components/messages/text'

const reading = { locale: 'en-GB', zone: 'America/Los_Angeles', text: textIn('en-GB') }
const stay = (plannedArrivalTime: string, plannedDepartureTime: string) =>
  stayTimes({ plannedArrivalTime, plannedDepartureTime }, reading)

test('a stay over one night says the day once, on the depot’s clock; a longer one says both', () => {
  expect(stay('2026-11-23T01:30:00Z', '2026-11-23T12:15:00Z')).toBe('Sun 22 Nov 17:30 – 04:15')
  expect(stay('2026-11-23T01:30:00Z', '2026-11-25T12:15:00Z')).toBe('Sun 22 Nov 17:30 – Wed 25 Nov 04:15')
})

test.each([
  ['sch_1:20261122', 'sch_1'],
  ['sch_1', null],
  ['a:b', null],
  ['a:b:20261122', 'a:b'],
])('%s is a night of %s', (id, rule) => expect(ruleIdOf(id)).toBe(rule))
