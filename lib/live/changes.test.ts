import { expect, test } from 'vitest'
import { changedKinds, type Markers } from '@/lib/live/changes'

const markers = (more: Partial<Markers> = {}): Markers => ({
  ...{ run: '1', request: '', trigger: null, settings: '7', stations: '0', events: '9', alarms: '' },
  ...more,
})

test.each<[string, Partial<Markers>, string[]]>([
  ['nothing', {}, []],
  ['a plan was stored', { run: '2' }, ['plan', 'readiness']],
  ['schedules changed', { request: '5', trigger: 'schedule-changed' }, ['schedules', 'vehicles', 'readiness']],
  [
    'a late word of a charger asked for a plan',
    { request: '5', trigger: 'soc-updated' },
    ['schedules', 'vehicles', 'stations', 'readiness'],
  ],
  ['time asked for a plan', { request: '5', trigger: 'horizon-moved' }, ['readiness']],
  ['settings changed', { settings: '8' }, ['stations', 'readiness', 'settings']],
  ['a station said something', { stations: '1' }, ['stations']],
  ['an event was recorded', { events: '10' }, ['schedules', 'vehicles', 'stations', 'readiness']],
  ['an alarm was raised, changed or ended', { alarms: '4' }, ['alarms']],
])('when %s, these kinds have changed', (_, more, kinds) => {
  expect(changedKinds(markers(), markers(more))).toEqual(kinds)
})

test('a request that was served is no news: the plan that served it is', () => {
  const asked = markers({ request: '5', trigger: 'schedule-changed' })
  expect(changedKinds(asked, markers())).toEqual([])
  expect(changedKinds(asked, markers({ run: '2' }))).toEqual(['plan', 'readiness'])
})
