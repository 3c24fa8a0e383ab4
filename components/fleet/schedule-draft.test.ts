import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { overlappedStay, postedOf, scheduleDraftOf, schedulePatchOf } from '@/components/fleet/schedule-draft'
import { instantOfClock, wallClock } from '@/components/format/wall-clock'
import type { EvSchedule } from '@/lib/contract/schedule'
import { PostedSchedule, SchedulePatch } from '@/lib/contract/schedule'

const zone = 'Europe/Helsinki'
const stay: EvSchedule = {
  id: 'sch_1',
  evId: 'bus-7',
  locationUid: 'north',
  plannedArrivalTime: '2026-11-22T17:30:12.000Z',
  plannedDepartureTime: '2026-11-23T04:15:00.000Z',
  startSoC: 35,
  targetSoC: 95,
  priority: 0,
}
const zones = fc.constantFrom('Europe/Helsinki', 'America/Los_Angeles', 'Asia/Kolkata', 'Pacific/Chatham', 'UTC')

describe('a schedule on the depot’s clock', () => {
  test('shows the depot’s time, whatever the reader’s zone', () => {
    const { arrival, departure } = scheduleDraftOf(stay, { zone, locale: 'de-DE' })
    expect([arrival, departure]).toEqual(['2026-11-22T19:30', '2026-11-23T06:15'])
  })

  test('a minute that the clock shows is that minute again, unless it shows it twice', () => {
    const minutes = fc.integer({ min: 0, max: 10 * 525_600 }).map((minute) => Date.UTC(2024, 0, 1) + minute * 60_000)
    fc.assert(
      fc.property(minutes, zones, (instant, place) => {
        const again = instantOfClock(wallClock(instant, place), place) ?? Number.NaN
        expect(wallClock(again, place)).toBe(wallClock(instant, place))
        expect(again).toBeLessThanOrEqual(instant)
      }),
    )
  })

  test('a time that the clock skips moves forward by the gap', () => {
    expect(instantOfClock('2026-03-29T03:30', zone)).toBe(Date.parse('2026-03-29T04:30+03:00'))
  })
})

describe('what is sent', () => {
  const draft = scheduleDraftOf(stay, { zone, locale: 'de-DE' })

  test('nothing when nothing was edited', () => {
    expect(schedulePatchOf(draft, { ...draft }, zone)).toEqual({})
  })

  test('only what was edited; an emptied value is null, a comma is a point', () => {
    const after = { ...draft, departure: '2026-11-23T06:40', startSoC: '', targetSoC: '92,5', blockId: ' 12/03 ' }
    const patch = schedulePatchOf(draft, after, zone)
    expect(patch).toEqual({
      plannedDepartureTime: '2026-11-23T04:40:00.000Z',
      startSoC: null,
      targetSoC: 92.5,
      blockId: '12/03',
    })
    expect(SchedulePatch.safeParse({ id: stay.id, ...patch }).success).toBe(true)
  })

  test('a new schedule leaves empty values to the depot', () => {
    const posted = postedOf({ ...draft, startSoC: '', targetSoC: '' }, zone)
    expect(posted).toEqual({
      locationUid: 'north',
      plannedArrivalTime: '2026-11-22T17:30:00.000Z',
      plannedDepartureTime: '2026-11-23T04:15:00.000Z',
    })
    expect(PostedSchedule.safeParse(posted).success).toBe(true)
  })

  test('what is no number or no time goes as it is, and the contract refuses it at its field', () => {
    const posted = postedOf({ ...draft, departure: '', targetSoC: 'full' }, zone)
    const paths = PostedSchedule.safeParse(posted).error?.issues.map(({ path }) => path.join('.'))
    expect(paths?.sort()).toEqual(['plannedDepartureTime', 'targetSoC'])
  })
})

describe('overlappedStay', () => {
  const [from, to] = [Date.parse(stay.plannedArrivalTime), Date.parse(stay.plannedDepartureTime)]
  test.each([
    ['inside it', { from: from + 1, to: to - 1 }, 'sch_1'],
    ['back to back before', { from: from - 60_000, to: from }, undefined],
    ['back to back after', { from: to, to: to + 60_000 }, undefined],
    ['itself', { from, to, except: 'sch_1' }, undefined],
  ])('%s', (_title, interval, id) => expect(overlappedStay([stay], interval)?.id).toBe(id))
})
