import { expect, test } from 'vitest'
import { inForceValue, NOW, stayValue } from '@/lib/planning/fixtures/depot-values'
import { heardUntil, silentSince } from '@/lib/stays/silence'
import { HOUR_MS, MINUTE_MS } from '@/lib/time/interval'

const heard = (minutesAgo: number) => NOW - minutesAgo * MINUTE_MS
const connected = { connectedAt: NOW - 5 * HOUR_MS, reportsMeter: true, drawsPower: true }
const plan = (powerkW: number, sinceMinutes = 240) =>
  inForceValue({ segments: [{ from: heard(sinceMinutes), to: NOW + HOUR_MS, powerkW }] })

test.each([
  ['for 4.5 hours while power is ordered', { ...connected, lastEventAt: heard(270) }, plan(40, 300), heard(270)],
  ['for 14 minutes', { ...connected, lastEventAt: heard(14) }, plan(40), null],
  ['for 15 minutes', { ...connected, lastEventAt: heard(15) }, plan(40), heard(15)],
  ['while no power is ordered', { ...connected, lastEventAt: heard(270) }, plan(0), null],
  [
    'for an hour of which power is ordered since 10 minutes',
    { ...connected, lastEventAt: heard(60) },
    plan(40, 10),
    null,
  ],
  ['where no meter values came', { ...connected, reportsMeter: false, lastEventAt: heard(270) }, plan(40), null],
  ['after it has left', { ...connected, disconnectedAt: heard(20), lastEventAt: heard(270) }, plan(40), null],
  ['without a plan, while it was drawing power', { ...connected, lastEventAt: heard(30) }, null, heard(30)],
  ['without a plan, at rest', { ...connected, drawsPower: false, lastEventAt: heard(30) }, null, null],
])('silence %s', (_, measured, incumbent, expected) => {
  expect(silentSince(stayValue({ measured, incumbent }), NOW)).toBe(expected)
})

test('what a silent charger delivers is carried forward for 15 minutes and no longer', () => {
  expect(heardUntil(stayValue({ measured: { ...connected, lastEventAt: heard(60) } }), NOW)).toBe(heard(45))
  expect(heardUntil(stayValue({ measured: { ...connected, lastEventAt: heard(5) } }), NOW)).toBe(NOW)
})
