import fc from 'fast-check'
import { expect, test } from 'vitest'
import { meanChanges } from '@/lib/charging/store-means'

const anyMeans = fc.uniqueArray(
  fc.record({
    vehicleKey: fc.integer({ min: 1, max: 2 }),
    from: fc.integer({ min: 0, max: 5 }),
    to: fc.integer({ min: 6, max: 7 }),
    locationUid: fc.constantFrom<string | null>('north', null),
    energyKwh: fc.constantFrom<number>(1, 2),
    startSoc: fc.constantFrom<number | null>(40, null),
    endSoc: fc.constantFrom<number | null>(41, null),
  }),
  { selector: ({ vehicleKey, from }) => `${vehicleKey} ${from}` },
)

test('what is stored with the changes is what was derived, and nothing that is the same is written', () => {
  fc.assert(
    fc.property(anyMeans, anyMeans, (stored, next) => {
      const { written, removed } = meanChanges(stored, next)
      const nameOf = ({ vehicleKey, from }: { vehicleKey: number; from: number }) => `${vehicleKey} ${from}`
      const after = new Map(stored.map((mean) => [nameOf(mean), mean]))
      for (const mean of removed) after.delete(nameOf(mean))
      for (const mean of written) {
        expect(stored).not.toContainEqual(mean)
        after.set(nameOf(mean), mean)
      }
      expect(after).toEqual(new Map(next.map((mean) => [nameOf(mean), mean])))
    }),
  )
})
