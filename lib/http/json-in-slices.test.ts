import fc from 'fast-check'
import { expect, test } from 'vitest'
import { jsonInSlices } from '@/lib/http/json-in-slices'

test('writes what JSON.stringify writes, of long lists too', async () => {
  const value = fc.oneof(fc.jsonValue(), fc.constant(undefined), fc.date({ noInvalidDate: true }))
  const body = fc.oneof(
    value,
    fc.dictionary(fc.string(), fc.oneof(value, fc.array(value, { minLength: 101, maxLength: 130 }))),
    fc.array(value, { minLength: 90, maxLength: 130 }),
  )
  await fc.assert(
    fc.asyncProperty(body, async (one) => {
      const text = await jsonInSlices(one)
      expect(text).toBe(JSON.stringify(one))
    }),
    { numRuns: 200 },
  )
})
