import { expect, test } from 'vitest'
import { newControl, type Order, type StationControl } from '@/lib/ocpp/profiles/control'
import { shownControl } from '@/lib/ocpp/steering/shown-control'

const AT = Date.UTC(2030, 0, 7, 22)
const course = [{ from: AT, kw: 80 }]
const plan: Order = { rung: 'transaction', transactionId: '7', course, until: AT + 3_600_000 }
const control = (changes: Partial<StationControl>): StationControl => ({
  ...newControl(AT),
  ...{ ledgers: { 1: { uncertain: [], confirmed: plan } }, defaults: { 1: { confirmedKw: 10 } }, isProven: true },
  ...changes,
})

test('a limit is shown with the transaction that it is for, and what holds for the next', () => {
  expect(shownControl(control({}))).toEqual({
    steerable: 'transaction',
    safeKw: 10,
    limits: { 1: { course, transactionId: '7', until: AT + 3_600_000, afterKw: 10 } },
  })
})

test.each([
  { rung: 'default' as const, safeKw: 10, limits: { 1: { course: [{ from: 0, kw: 10 }] } } },
  { rung: 'station' as const, limits: {} },
  { rung: 'none' as const, limits: {} },
])('what was told on a rung that was left for $rung is not shown', ({ rung, ...shown }) => {
  expect(shownControl(control({ rung }))).toEqual({ steerable: rung, ...shown })
})

test('the maximum that the evses of a station share is shown as one limit', () => {
  const shared: Order = { rung: 'station', course }
  const shown = shownControl(control({ rung: 'station', ledgers: { 0: { uncertain: [], confirmed: shared } } }))
  expect(shown).toEqual({ steerable: 'station', limits: { 0: { course } } })
})

test('the maximum of a station that is steered by its evses again is not shown', () => {
  const shared: Order = { rung: 'station', course }
  expect(shownControl(control({ ledgers: { 0: { uncertain: [], confirmed: shared } } })).limits).not.toHaveProperty('0')
})

test('a station of which nothing is proven yet has no safe power that counts', () => {
  expect(shownControl(control({ isProven: false }))).not.toHaveProperty('safeKw')
})

test('an evse whose vehicle had to be woken after a pause is named', () => {
  const woken = {
    1: { uncertain: [], confirmed: plan, pause: { overAt: AT, wokenAt: AT + 200_000 } },
    2: { uncertain: [], pause: {} },
  }
  expect(shownControl(control({ ledgers: woken }))).toMatchObject({ cannotPause: ['1'] })
})
