import { expect, test } from 'vitest'
import { textIn } from '@/components/messages/text'
import type { PowerStretch } from '@/components/schedule/schedule-series'
import { stretchReason, stretchSentence } from '@/components/schedule/stretch-format'

const reading = { locale: 'en-GB', zone: 'UTC', text: textIn('en') }
const stretch: PowerStretch = {
  from: 0,
  to: 3_600_000,
  powerkW: 62,
  energykWh: 62,
  phase: 'bulk',
  past: false,
  paused: false,
  limited: true,
  unlimited: false,
}
const reason = { from: 0, to: 3_600_000, code: 'held-at-peak', powerKw: 62, peakKw: 400 } as const

test('a stretch tells its reason where the planner says it, else what it is', () => {
  expect(stretchSentence({ ...stretch, reason }, 150, reading)).toBe('Held at 62 kW: the depot is at its peak')
  expect(stretchSentence(stretch, 150, reading)).toBe('Charges below its 150 kW')
})

test('alone in its column, a reason begins like a sentence', () => {
  expect(stretchReason({ ...stretch, reason }, reading)).toBe('The depot is at its peak')
  expect(stretchReason(stretch, reading)).toBeNull()
})
