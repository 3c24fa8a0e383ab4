import { expect, test } from 'vitest'
import { wantsOf } from '@/lib/ocpp/steering/wants-of'
import { HOUR_MS } from '@/lib/time/interval'

const NOW = Date.UTC(2030, 0, 7, 22)
const segment = { from: NOW - HOUR_MS, to: NOW + HOUR_MS, powerkW: 40, tag: ['bulk'] }
const session = { isScheduled: true, departure: NOW + 2 * HOUR_MS, segments: [segment], measuredSoc: 60 }

test.each<[string, Partial<Parameters<typeof wantsOf>[0]>, ReturnType<typeof wantsOf>]>([
  ['takes power surely where it is planned and its SoC leaves room', {}, 'surely'],
  ['may be full where nobody measures its SoC', { measuredSoc: null }, undefined],
  ['takes nothing once it is all but full', { measuredSoc: 99 }, 'nothing'],
  ['takes nothing after its departure', { departure: NOW }, 'nothing'],
  ['takes nothing while its plan pauses', { segments: [{ ...segment, powerkW: 0 }] }, 'nothing'],
  ['takes nothing after its plan', { segments: [{ ...segment, to: NOW }] }, 'nothing'],
  ['takes nothing without a plan', { segments: null }, 'nothing'],
  ['need not precondition', { segments: [{ ...segment, tag: ['preconditioning'] }] }, 'nothing'],
  ['takes power until it leaves where it is not scheduled', { isScheduled: false, segments: null }, 'surely'],
  ['may be full where no stay is known', { departure: null, segments: null, measuredSoc: null }, undefined],
])('a vehicle %s', (_, changes, expected) => {
  expect(wantsOf({ ...session, ...changes }, NOW)).toBe(expected)
})
