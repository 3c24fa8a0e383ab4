import { describe, expect, it } from 'vitest'
import { billingPeriodOf, billingPeriodsOf, localDaysOf } from '@/lib/site/billing-period'

const at = (text: string) => Date.parse(text)

describe('billing periods', () => {
  it('are calendar months and years of the depot’s zone', () => {
    const instant = at('2026-10-31T22:30Z')
    expect(billingPeriodOf(instant, 'Europe/Helsinki')).toEqual({
      from: at('2026-10-31T22:00Z'),
      to: at('2026-11-30T22:00Z'),
    })
    expect(billingPeriodOf(instant, 'UTC', 'year')).toEqual({
      from: at('2026-01-01T00:00Z'),
      to: at('2027-01-01T00:00Z'),
    })
  })

  it('are all that a range touches, and none that begins at its end', () => {
    const range = { from: at('2026-12-30T00:00Z'), to: at('2027-02-01T00:00Z') }
    expect(billingPeriodsOf(range, 'UTC').map(({ from }) => from)).toEqual([
      at('2026-12-01T00:00Z'),
      at('2027-01-01T00:00Z'),
    ])
  })
})

describe('localDaysOf', () => {
  it('is an hour longer on the day on which the clock goes back', () => {
    const days = localDaysOf({ from: at('2026-10-24T22:00Z'), to: at('2026-10-26T10:00Z') }, 'Europe/Berlin')
    expect(days.map(({ date, from, to }) => [date, (to - from) / 3_600_000])).toEqual([
      ['2026-10-25', 25],
      ['2026-10-26', 24],
    ])
  })
})
