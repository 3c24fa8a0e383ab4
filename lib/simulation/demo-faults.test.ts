import { expect, test } from 'vitest'
import { demoFaults } from '@/lib/simulation/demo-faults'

const START = Date.UTC(2030, 0, 7, 22)
const MINUTE = 60_000

test.each([0, 3.9, 4, 15.9, 16, 123.9, 124, 136])(
  '%f minutes after the start an outlet fails in the first quarter of every second hour',
  (minutes) => {
    const now = START + minutes * MINUTE
    const { from = 0, to = 0 } = demoFaults(START, now).failure ?? {}
    const isFailing = from <= now && now < to
    expect(isFailing).toBe(minutes % 120 >= 4 && minutes % 120 < 16)
  },
)
