import { expect, test } from 'vitest'
import { newControl } from '@/lib/ocpp/profiles/control'
import { mistimed } from '@/lib/ocpp/profiles/settle'

test('what was told for another time, because the clock was known wrong, is told again and was not disobeyed', () => {
  const ledger = { uncertain: [], over: { since: 1, toldAgainAt: 2 } }
  const control = { ...newControl(0), ledgers: { 1: ledger } }
  expect(mistimed(control).ledgers).toEqual({ 1: { uncertain: [], isDoubtful: true } })
  expect(control.ledgers[1]).toBe(ledger)
})
