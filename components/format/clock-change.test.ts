import { expect, test } from 'vitest'
import { clockChangeOf } from '@/components/format/clock-change'

test.each([
  ['2026-03-29T02:30', 'Europe/Berlin', 'skipped'],
  ['2026-10-25T02:30', 'Europe/Berlin', 'twice'],
  ['2026-10-25T03:00', 'Europe/Berlin', null],
  ['2026-04-05T01:45', 'Australia/Lord_Howe', 'twice'],
  ['2026-06-01T02:30', 'Europe/Berlin', null],
  ['2026-06-01T', 'Europe/Berlin', null],
])('%s in %s is %s', (value, zone, change) => {
  expect(clockChangeOf(value, zone)).toBe(change)
})
