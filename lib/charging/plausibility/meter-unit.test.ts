import { expect, test } from 'vitest'
import { type MeterUnit, meantKw, withWord } from '@/lib/charging/plausibility/meter-unit'

const HALF_MINUTE = 30_000

/** What is known of a meter after so many words of it, every half minute, from the power that is really drawn. */
function told(
  drawnKw: number,
  says: { kw?: (kw: number, word: number) => number; kwh?: (kwh: number) => number },
  { words = 20, known = {}, from = 0 }: { words?: number; known?: MeterUnit; from?: number } = {},
): MeterUnit {
  let unit = known
  for (let word = 0; word < words; word += 1) {
    const at = (from + word) * HALF_MINUTE
    const kwh = 1000 + (drawnKw * (from + word)) / 120
    const powerKw = (says.kw ?? ((kw) => kw))(drawnKw, word)
    unit = withWord(unit, { at, powerKw, meterKwh: says.kwh?.(kwh) ?? kwh })
  }
  const { since: _, ...rest } = unit
  return rest
}

const right = (kw: number) => kw
const thousandth = (kw: number) => kw / 1000
const thousandfold = (kw: number) => kw * 1000
const stuck = () => 1000

test.each<[string, number, Parameters<typeof told>[1], MeterUnit]>([
  ['right in both, of a vehicle that charges', 74, {}, {}],
  ['right in both, of one that waits', 0.074, {}, {}],
  ['right in both, with a register of whole kilowatt-hours', 74, { kwh: Math.floor }, {}],
  ['right in both, of nothing', 0, {}, {}],
  ['that says 74 W of 74 kW', 74, { kw: thousandth }, { saysKw: true }],
  [
    'that says 74 W of 74 kW, with a register of whole kilowatt-hours',
    74,
    { kw: thousandth, kwh: Math.floor },
    { saysKw: true },
  ],
  ['that says 74 kW of 74 W', 0.074, { kw: thousandfold }, { isDoubtful: true }],
  ['that says 900 kW of 900 W', 0.9, { kw: thousandfold }, { isDoubtful: true }],
  ['whose register stands still', 74, { kwh: stuck }, { isDoubtful: true }],
  ['whose register says Wh of kWh', 74, { kwh: thousandth }, { isDoubtful: true }],
  ['whose register says kWh of Wh, which no charger gives', 74, { kwh: thousandfold }, { isDoubtful: true }],
  ['that says a wild power once', 0.074, { kw: (kw, word) => (word === 7 ? 74 : kw) }, {}],
])('a meter %s', (_, drawnKw, says, expected) => {
  expect(told(drawnKw, says)).toEqual(expected)
})

test('a single word, or several that may be a step of the register, tell nothing', () => {
  expect(told(74, { kw: thousandth }, { words: 3 })).toEqual({})
  expect(told(74, { kw: thousandfold }, { words: 1 })).toEqual({})
})

test('what was learned holds for who comes next, until the register says otherwise', () => {
  const known = told(74, { kw: thousandth })
  expect(told(0.074, { kw: thousandth }, { known, from: 1000 })).toEqual({ saysKw: true })
  expect(told(74, { kw: right }, { known, from: 1000 })).toEqual({})
  expect(told(74, {}, { known: { isDoubtful: true } })).toEqual({})
})

test('a register that begins anew, or words that lie apart, are no witness', () => {
  const words = [
    { at: 0, powerKw: 0.074, meterKwh: 5000 },
    { at: HALF_MINUTE, powerKw: 0.074, meterKwh: 0 },
    { at: 3_600_000, powerKw: 0.074, meterKwh: 74 },
    { at: 7_200_000, powerKw: 74, meterKwh: 74 },
    { at: 7_200_000, powerKw: 74, meterKwh: 900 },
  ]
  const { since: _, ...unit } = words.reduce(withWord, {})
  expect(unit).toEqual({})
})

test.each([
  [{}, 74, 74],
  [{ isDoubtful: true }, 74, 74],
  [{ saysKw: true }, 0.074, 74],
  [{ saysKw: true }, -0.02, -20],
  [{ saysKw: true }, 74, 74],
])('a meter of which %j is known means by %f kW %f', (unit, said, meant) => {
  expect(meantKw(unit, said)).toBeCloseTo(meant)
})
