import { expect, test } from 'vitest'
import { type Exceptions, NO_EXCEPTIONS } from '@/components/fleet/rule-request'
import { type ScheduleDraft, scheduleDraftOf } from '@/components/fleet/schedule-draft'
import { triedRule } from '@/components/fleet/tried-rule'
import { removedStay } from '@/components/fleet/tried-stay'
import type { EvSchedule } from '@/lib/contract/schedule'

/** A Wednesday; what is planned together ends in the night from Thursday to Friday. */
const NOW = Date.parse('2026-12-02T12:00:00Z')
const DAILY = 'FREQ=DAILY'
const rule = {
  ...{ id: 'rule', evId: 'bus-7', locationUid: 'north', targetSoC: 90, priority: 0, recurrenceRule: DAILY },
  plannedArrivalTime: '2026-12-02T18:00:00.000Z',
  plannedDepartureTime: '2026-12-02T23:00:00.000Z',
} as EvSchedule
const occurrence = (day: string) =>
  ({
    ...rule,
    ...{ id: `rule:${day.replaceAll('-', '')}`, recurringScheduleId: 'rule' },
    ...{ plannedArrivalTime: `${day}T18:00:00.000Z`, plannedDepartureTime: `${day}T23:00:00.000Z` },
  }) as EvSchedule
const stays = ['2026-12-02', '2026-12-03', '2026-12-04'].map(occurrence)
const before = scheduleDraftOf(rule, { zone: 'UTC', locale: 'en-GB' })
const from = (day: string, said = DAILY) => ({
  from: Date.parse(`${day}T18:00Z`),
  to: Date.parse(`${day}T23:00Z`),
  rule: said,
})
const tried = ({
  changes = {},
  times = from('2026-12-02'),
  exceptions = NO_EXCEPTIONS,
  made = false,
}: {
  changes?: Partial<ScheduleDraft>
  times?: ReturnType<typeof from>
  exceptions?: Exceptions
  made?: boolean
}) => {
  const draft = { ...before, ...changes }
  const changed = made ? null : { rule, before }
  return triedRule({ vehicleId: 'bus-7', changed, draft, times, exceptions, stays, zone: 'UTC' }, NOW)
}
const at = (day: string) => ({
  plannedArrivalTime: `${day}T18:00:00.000Z`,
  plannedDepartureTime: `${day}T23:00:00.000Z`,
})

test('a changed rule is tried by its stays that are planned together', () => {
  expect(tried({ changes: { targetSoC: '70' } })).toEqual({
    schedules: ['2026-12-02', '2026-12-03'].map((day) => ({ id: occurrence(day).id, targetSoC: 70, ...at(day) })),
    newSchedules: [],
    removedSchedules: [],
  })
})

test('what it leaves out is removed, and what it has on other days is new', () => {
  expect(tried({ times: from('2026-12-02', 'FREQ=WEEKLY;BYDAY=WE') })?.removedSchedules).toEqual(['rule:20261203'])
  expect(tried({ exceptions: { ...NO_EXCEPTIONS, skips: new Set(['20261202']) } })).toMatchObject({
    schedules: [{ id: 'rule:20261203' }],
    removedSchedules: ['rule:20261202'],
  })
  expect(tried({ made: true, times: from('2026-12-03') })).toEqual({
    schedules: [],
    newSchedules: [{ vehicleId: 'bus-7', targetSoC: 90, ...at('2026-12-03') }],
    removedSchedules: [],
  })
})

test('a day that is taken out of the rule from the typed arrival on is removed', () => {
  expect(tried({ times: from('2026-12-03') })).toMatchObject({
    schedules: [{ id: 'rule:20261203' }],
    removedSchedules: ['rule:20261202'],
  })
})

test('a change from a later date on leaves what is before it', () => {
  const change = { changes: { targetSoC: '70', arrival: '2026-12-03T18:00' }, times: from('2026-12-03') }
  expect(tried(change)).toMatchObject({ schedules: [{ id: 'rule:20261203' }], removedSchedules: [] })
  const later = { targetSoC: '70', arrival: '2026-12-07T18:00' }
  expect(tried({ changes: later, times: from('2026-12-07') })).toBeNull()
})

test('nothing is tried where something typed is no number, or it goes to another depot', () => {
  expect(tried({ changes: { targetSoC: 'full' } })).toBeNull()
  expect(tried({ changes: { locationUid: 'south' } })).toBeNull()
})

test('before a stay is removed it is tried without it, if it is planned together; before a rule ends, always', () => {
  expect(removedStay(occurrence('2026-12-03'), NOW)).toEqual({ removedSchedules: ['rule:20261203'] })
  expect(removedStay(occurrence('2026-12-04'), NOW)).toBeNull()
  expect(removedStay(rule, NOW)).toEqual({ removedSchedules: ['rule'] })
})
