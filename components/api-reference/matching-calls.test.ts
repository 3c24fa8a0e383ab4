import { expect, test } from 'vitest'
import { matchingCalls, matchingNames } from '@/components/api-reference/matching-calls'

const call = (id: string, method: string, path: string, summary: string, words: string[] = []) => ({
  ...{ id, method, path, summary, words },
})
const groups = [
  { tag: 'Vehicles', calls: [call('listVehicles', 'GET', '/vehicles', 'List vehicles', ['limit'])] },
  {
    tag: 'Schedules',
    calls: [
      call('postSchedules', 'POST', '/vehicles/{vehicleId}/schedules', 'Create or reconcile', ['dryRun']),
      call('deleteSchedule', 'DELETE', '/vehicles/{vehicleId}/schedules/{scheduleId}', 'Delete a schedule'),
    ],
  },
]
const found = (search: string) => matchingCalls(groups, search).flatMap(({ calls }) => calls.map(({ id }) => id))

test.each([
  ['', ['listVehicles', 'postSchedules', 'deleteSchedule']],
  ['  POST  vehicles ', ['postSchedules']],
  ['dryrun', ['postSchedules']],
  ['schedules', ['postSchedules', 'deleteSchedule']],
  ['delete schedule', ['deleteSchedule']],
  ['reconcile delete', []],
])('“%s” finds the calls that have each of its words', (search, expected) => {
  expect(found(search)).toEqual(expected)
})

test('a call is found in the reader’s words, and in those of the document', () => {
  const german = [
    {
      tag: 'Fahrzeuge',
      calls: [
        call('listVehicles', 'GET', '/vehicles', 'Die Fahrzeuge auflisten', ['Vehicle registry', 'List the vehicles']),
      ],
    },
  ]
  for (const search of ['Fahrzeuge auflisten', 'list the vehicles', 'registry'])
    expect(matchingCalls(german, search).map(({ calls }) => calls.length)).toEqual([1])
})

test('a group in which nothing fits is left out, and names are found by their parts', () => {
  expect(matchingCalls(groups, 'limit').map(({ tag }) => tag)).toEqual(['Vehicles'])
  expect(matchingNames(['EvSchedule', 'Vehicle', 'PostedSchedule'], 'schedule')).toEqual([
    'EvSchedule',
    'PostedSchedule',
  ])
})
