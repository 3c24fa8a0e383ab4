import { expect, test } from 'vitest'
import { onTheirs, StaleStay } from '@/app/(depot)/fleet/[vehicleId]/stale-stay'
import { scheduleDraftOf } from '@/components/fleet/schedule-draft'
import type { Reading } from '@/components/format/instant-format'
import type { EvSchedule } from '@/lib/contract/schedule'

const said = (key: string, values: Record<string, unknown> = {}) => [key, ...Object.values(values)].join(' ')
const reading = { zone: 'UTC', locale: 'en-GB', text: said } as unknown as Reading
const schedule = {
  ...{ id: 's1', evId: 'bus-7', locationUid: 'north', targetSoC: 90, priority: 0 },
  plannedArrivalTime: '2026-12-02T18:00:20.000Z',
  plannedDepartureTime: '2026-12-03T04:00:00.000Z',
} as EvSchedule
const before = scheduleDraftOf(schedule, reading)
const base = { schedule, before }

test('what both edited stays as it is typed and says what theirs is; the rest is theirs', () => {
  const theirs = { ...schedule, targetSoC: 80, plannedDepartureTime: '2026-12-03T05:30:00.000Z', blockId: '54/15' }
  const draft = { ...before, targetSoC: '95', departure: '2026-12-03T04:45' }
  const next = onTheirs(base, draft, new StaleStay(theirs), reading)
  expect(next.draft).toEqual({ ...draft, blockId: '54/15' })
  expect(next.base).toEqual({ schedule: theirs, before: scheduleDraftOf(theirs, reading) })
  const { errors } = next.problem.problem
  expect(errors?.map(({ path }) => path)).toEqual(['schedules[0].plannedDepartureTime', 'schedules[0].targetSoC'])
  expect(errors?.[0]?.message).toContain('05:30')
  expect(errors?.[1]?.message).toBe('stayForm.theirs 80')
})

test('what both edited alike is nobody’s loss', () => {
  const theirs = { ...schedule, targetSoC: 80, priority: 4 }
  const draft = { ...before, targetSoC: '80', priority: '5' }
  const { errors } = onTheirs(base, draft, new StaleStay(theirs), reading).problem.problem
  expect(errors?.map(({ path }) => path)).toEqual(['schedules[0].priority'])
})
