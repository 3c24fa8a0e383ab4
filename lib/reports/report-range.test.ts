import { describe, expect, test } from 'vitest'
import { type ReportQuery, reportRange } from '@/lib/reports/report-range'

const NOW = Date.parse('2026-11-29T08:00:00Z')
const HOUR = 3_600_000
const iso = (query: ReportQuery, zone: string) => {
  const { from, to } = reportRange(query, zone, NOW)
  return [new Date(from).toISOString().slice(0, 16), new Date(to).toISOString().slice(0, 16)]
}

describe('the time of a report is in the location’s zone', () => {
  test.each<[string, ReportQuery, string, [string, string]]>([
    ['a month', { month: '2026-11' }, 'UTC', ['2026-11-01T00:00', '2026-12-01T00:00']],
    ['a December', { month: '2026-12' }, 'Europe/Helsinki', ['2026-11-30T22:00', '2026-12-31T22:00']],
    ['a month with a clock change', { month: '2026-10' }, 'Europe/Helsinki', ['2026-09-30T21:00', '2026-10-31T22:00']],
    ['a week', { week: '2026-W48' }, 'UTC', ['2026-11-23T00:00', '2026-11-30T00:00']],
    [
      'the first week, which began in the old year',
      { week: '2026-W01' },
      'UTC',
      ['2025-12-29T00:00', '2026-01-05T00:00'],
    ],
    ['the 53rd week of a long year', { week: '2026-W53' }, 'UTC', ['2026-12-28T00:00', '2027-01-04T00:00']],
    ['the month of now, where nothing is said', {}, 'Asia/Kolkata', ['2026-10-31T18:30', '2026-11-30T18:30']],
  ])('%s', (_, query, zone, range) => {
    expect(iso(query, zone)).toEqual(range)
  })

  test('two instants are widened to whole quarter-hours', () => {
    const from = NOW + 60_000
    expect(reportRange({ from, to: from + HOUR }, 'UTC', NOW)).toEqual({ from: NOW, to: NOW + HOUR + HOUR / 4 })
  })
})

test.each<[ReportQuery, string]>([
  [{ month: '2026-11', week: '2026-W48' }, 'month'],
  [{ month: '2026-11', from: NOW, to: NOW + HOUR }, 'month'],
  [{ from: NOW }, 'to'],
  [{ to: NOW }, 'from'],
  [{ from: NOW, to: NOW }, 'to'],
  [{ from: NOW, to: NOW + 93 * 24 * HOUR }, 'to'],
  [{ week: '2025-W53' }, 'week'],
  [{ month: '1969-12' }, 'month'],
  [{ month: '9999-12' }, 'month'],
])('%j is no time of a report, and the fault names %s', (query, path) => {
  expect(() => reportRange(query, 'UTC', NOW)).toThrow(expect.objectContaining({ code: 'malformed' }))
  try {
    reportRange(query, 'UTC', NOW)
  } catch (thrown) {
    expect(thrown).toMatchObject({ more: { faults: [{ path }] } })
  }
})
