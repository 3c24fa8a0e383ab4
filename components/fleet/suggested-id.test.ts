import fc from 'fast-check'
import { expect, test } from 'vitest'
import { suggestedId } from '@/components/fleet/suggested-id'
import { Id } from '@/lib/contract/primitives'

test.each([
  ['Bus 12', 'bus-12'],
  ['  Älykäs / Bus №7 ', 'alykas-bus-no7'],
  ['—', ''],
])('"%s" suggests "%s"', (name, id) => expect(suggestedId(name)).toBe(id))

test('whatever a vehicle is called, its suggestion is empty or an id that the contract takes', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (name) => {
      const id = suggestedId(name)
      expect(id === '' || Id.safeParse(id).success).toBe(true)
    }),
  )
})
