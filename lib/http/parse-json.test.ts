import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseJson } from '@/lib/http/parse-json'
import { atOnce } from '@/lib/slices'

const outcome = (work: () => unknown) => {
  try {
    return { value: work() }
  } catch (error) {
    return { error: String(error) }
  }
}

/** A body with lists of its own, written with and without spaces, and sometimes broken in one place. */
const body = fc
  .record({
    value: fc.dictionary(
      fc.constantFrom('schedules', 'vehicles', '__proto__', 'a"[b'),
      fc.oneof(fc.array(fc.jsonValue({ maxDepth: 2 }), { maxLength: 12 }), fc.jsonValue({ maxDepth: 2 })),
    ),
    indent: fc.constantFrom(undefined, 1),
    broken: fc.option(fc.tuple(fc.nat(), fc.constantFrom('', ',', ']', '[', '}', '"', ' ', '1', '{'))),
  })
  .map(({ value, indent, broken }) => {
    const text = JSON.stringify(value, null, indent)
    const at = broken ? broken[0] % (text.length + 1) : 0
    return broken ? text.slice(0, at) + broken[1] + text.slice(at + 1) : text
  })

test('a text read in pieces is what JSON.parse reads, or broken at the same place', () => {
  fc.assert(
    fc.property(fc.oneof(body, fc.json()), fc.integer({ min: 1, max: 40 }), (text, piece) => {
      expect(outcome(() => atOnce(parseJson(text, piece)))).toEqual(outcome(() => JSON.parse(text)))
    }),
    { numRuns: 3_000 },
  )
})

test.each([
  '{"a":[1,2,]}',
  '{"a":[,1,2]}',
  '{"a":[1,,2]}',
  '{"a":[1,2}',
  '{"a":[1,2],"a":[3,]}',
  '{"a":[1 2]}',
  '[[1,2],[3,]]',
])('%s is refused', (text) => {
  expect(() => atOnce(parseJson(text, 1))).toThrow(SyntaxError)
})

test('of a name that comes twice the last one counts', () => {
  expect(atOnce(parseJson('{"a":[1,2,3],"a":[4,5,6],"b":[7]}', 1))).toEqual({ a: [4, 5, 6], b: [7] })
})

test('a long list is read in pieces', () => {
  const text = JSON.stringify({ schedules: Array.from({ length: 1_000 }, (_, n) => ({ targetSoC: n })) })
  const reading = parseJson(text, 1_000)
  let pieces = 0
  while (!reading.next().done) pieces++
  expect(pieces).toBeGreaterThanOrEqual(2 * Math.floor(text.length / 1_100))
})
