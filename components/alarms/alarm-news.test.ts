import { expect, it } from 'vitest'
import { alarmTimes, alarmTitle, seenToWords, subjectName } from '@/components/alarms/alarm-format'
import { newsOf, withTold } from '@/components/alarms/alarm-news'
import { textIn } from '@/components/messages/text'
import type { Alarm } from '@/lib/contract/alarm'

const NOW = Date.parse('2026-11-23T03:30:00Z')
const reading = { locale: 'en-GB', zone: 'UTC', text: textIn('en') }
const alarm = (more: Partial<Alarm> = {}): Alarm => ({
  ...{ id: 'alarm_1', kind: 'vehicle.not-charging', locationUid: 'north', cause: 'It does not.', advice: 'Look.' },
  ...{ since: '2026-11-23T03:04:00.000Z', raisedAt: '2026-11-23T03:05:00.000Z' },
  ...more,
})
const acknowledged = { at: '2026-11-23T03:16:00.000Z', by: 'Aino' }

it('tells of an alarm once, and of none that somebody sees to or that is over', () => {
  const alarms = [
    alarm(),
    alarm({ id: 'alarm_2', acknowledged }),
    alarm({ id: 'alarm_3', clearedAt: '2026-11-23T03:20:00.000Z' }),
    alarm({ id: 'alarm_4' }),
  ]
  expect(newsOf(alarms, ['alarm_1']).map(({ id }) => id)).toEqual(['alarm_4'])
  expect(newsOf(alarms, withTold(['alarm_1'], alarms))).toEqual([])
})

it('remembers what was told last, each once', () => {
  const told = Array.from({ length: 2_000 }, (_, index) => `alarm_${index}`)
  const after = withTold(told, [alarm({ id: 'alarm_1999' }), alarm({ id: 'alarm_2000' })])
  expect([after.length, after[0], after.at(-1)]).toEqual([2_000, 'alarm_1', 'alarm_2000'])
})

it('is called by its vehicle, else by its place, else it is the site’s', () => {
  const { text } = reading
  expect(alarmTitle(alarm({ vehicleId: 'bus-1', vehicleName: 'Bus 1', place: 'Row B' }), text)).toBe(
    'Not charging: Bus 1',
  )
  expect(subjectName(alarm({ place: 'Row B, 7', stationId: 'CP-7' }), text)).toBe('Row B, 7')
  expect(subjectName(alarm({ stationId: 'CP-7' }), text)).toBe('CP-7')
  expect(subjectName(alarm(), text)).toBe('The site')
})

it('says since when, or from when to when, and who sees to it', () => {
  const clearedAt = '2026-11-23T03:20:00.000Z'
  expect(alarmTimes(alarm(), NOW, reading)).toBe('since 03:04')
  expect(alarmTimes(alarm({ clearedAt }), NOW, reading)).toBe('03:04 to 03:20')
  expect(seenToWords(alarm(), NOW, reading)).toBeNull()
  expect(seenToWords(alarm({ acknowledged }), NOW, reading)).toBe('Aino sees to it, 03:16')
  expect(seenToWords(alarm({ acknowledged, clearedAt }), NOW, reading)).toBe('Aino saw to it, 03:16')
  expect(seenToWords(alarm({ clearedAt }), NOW, reading)).toBe('Nobody saw to it')
})
