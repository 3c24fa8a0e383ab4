import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decimalOf, orderOf, readInstant, readNumber, readYesNo } from '@/components/import/read-cell'

describe('readNumber', () => {
  it.each([
    ['12', '.', 12],
    ['12.5', '.', 12.5],
    ['12,5', ',', 12.5],
    ['1,300.5', '.', 1300.5],
    ['1.300,5', ',', 1300.5],
    ['1 300', '.', 1300],
    ['-4', '.', -4],
    ['95 %', '.', 95],
    ['420 kWh', '.', 420],
    ['12,5', '.', null],
    ['12.5', ',', null],
    ['twelve', '.', null],
    ['', '.', null],
    ['1e5', '.', null],
  ] as const)('%s with %s is %s', (cell, decimal, value) => {
    expect(readNumber(cell, { decimal })).toBe(value)
  })

  it('reads what the decimal mark writes, whichever it is', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1e6, max: 1e6 }),
        fc.constantFrom(',' as const, '.' as const),
        (thousandths, decimal) => {
          const value = thousandths / 1_000
          expect(readNumber(value.toFixed(2).replace('.', decimal), { decimal })).toBe(Number(value.toFixed(2)))
        },
      ),
    )
  })
})

describe('readYesNo', () => {
  it.each([
    ['true', true],
    ['Ja', true],
    ['kyllä', true],
    ['x', true],
    ['NO', false],
    ['0', false],
    ['nein', false],
    ['perhaps', null],
  ])('%s is %s', (cell, value) => {
    expect(readYesNo(cell)).toBe(value)
  })
})

describe('readInstant', () => {
  it.each([
    ['2026-11-23T04:15:00Z', 'day', '2026-11-23T04:15:00.000Z'],
    ['2026-11-23 04:15:00+02:00', 'day', '2026-11-23T02:15:00.000Z'],
    ['2026-11-23 04:15', 'day', '2026-11-23T03:15:00.000Z'],
    ['2026-07-23T04:15:00', 'day', '2026-07-23T02:15:00.000Z'],
    ['23.11.2026 04:15', 'day', '2026-11-23T03:15:00.000Z'],
    ['23.11.2026 04:15', 'month', '2026-11-23T03:15:00.000Z'],
    ['3/4/2026 04:15', 'day', '2026-04-03T02:15:00.000Z'],
    ['3/4/2026 04:15', 'month', '2026-03-04T03:15:00.000Z'],
    ['11/23/26, 4:15 PM', 'month', '2026-11-23T15:15:00.000Z'],
    ['23.11.2026', 'day', '2026-11-22T23:00:00.000Z'],
    ['46349.177083333336', 'day', '2026-11-23T03:15:00.000Z'],
    ['46349,177083333336', 'day', '2026-11-23T03:15:00.000Z'],
    ['31.02.2026 04:15', 'day', null],
    ['23/11/2026 04:15', 'month', null],
    ['23.11.2026 25:15', 'day', null],
    ['tomorrow', 'day', null],
    ['04:15', 'day', null],
    ['12', 'day', null],
  ] as const)('%s with the %s first is %s', (cell, order, instant) => {
    expect(readInstant(cell, { order }, 'Europe/Berlin')).toBe(instant)
  })
})

describe('decimalOf', () => {
  it.each([
    [['12,5', '7', '3.000,25'], ',', ','],
    [['12.5', '1,200.5'], ';', '.'],
    [['1\u00a0500,5'], ',', ','],
    [['12,5 kWh', '80 %'], ',', ','],
    [['1.500', '2.000', '12,5'], ',', ','],
    [['1.500.000'], ',', ','],
    [['1,500,000'], ';', '.'],
    [['0.125'], ';', '.'],
    [['1.500'], ';', ','],
    [['1,500'], ',', '.'],
    [['a, b', '04:15', '23.11.2026'], ';', ','],
    [['12.5', '12,5'], ';', ','],
    [[], ',', '.'],
  ] as const)('%j between %j have %j', (cells, separator, decimal) => {
    expect(decimalOf(cells, separator)).toBe(decimal)
  })
})

describe('orderOf', () => {
  it.each([
    [['11/23/2026 4:15', '1/2/2026 4:15'], 'month'],
    [['23/11/2026 4:15', '1/2/2026 4:15'], 'day'],
    [[], 'day'],
  ] as const)('%j has the %s first', (cells, order) => {
    expect(orderOf(cells)).toBe(order)
  })
})
