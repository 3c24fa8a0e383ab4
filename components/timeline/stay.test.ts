import { expect, test } from 'vitest'
import { shapeStay } from '@/components/timeline/stay'
import type { TimelineStay } from '@/lib/contract/timeline'
import { HOUR_MS } from '@/lib/time/interval'

const arrival = Date.parse('2026-11-22T20:00:00Z')

function stay(more: Partial<TimelineStay>): TimelineStay {
  const times = { arrival, departure: arrival + 10 * HOUR_MS }
  return { id: 's1', vehicleId: 'bus-1', ...times, targetSoC: 90, past: [], planned: [], ...more }
}

test('power is drawn over the stay, against the vehicle’s maximum', () => {
  const shaped = shapeStay(stay({ maxPowerkW: 150, past: [[0, 120, 150]], planned: [[300, 600, 75]] }))
  expect(shaped.pastPath).toBe('M0 100V0H200V100Z')
  expect(shaped.planClip).toBe('polygon(50% 100%, 50% 50%, 100% 50%, 100% 100%)')
})

test('what lies outside of the stay is cut off, and power above the maximum too', () => {
  const planned: TimelineStay['planned'] = [
    [-180, 300, 140],
    [720, 780, 50],
  ]
  expect(shapeStay(stay({ maxPowerkW: 100, planned })).planClip).toBe('polygon(0% 100%, 0% 0%, 50% 0%, 50% 100%)')
})

test('a vehicle of unknown power is drawn against its own highest', () => {
  expect(shapeStay(stay({ planned: [[0, 600, 40]] })).planClip).toBe('polygon(0% 100%, 0% 0%, 100% 0%, 100% 100%)')
})
