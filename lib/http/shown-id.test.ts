import { expect, it } from 'vitest'
import { shownId } from '@/lib/http/shown-id'

it.each<[unknown, string]>([
  ['bus 12', 'bus 12'],
  [12, '12'],
  [undefined, ''],
  ['\0', '\uFFFD'],
  ['a\uD83D', 'a\uFFFD'],
  [`${'a'.repeat(199)}\u{1F68C}`, `${'a'.repeat(199)}\uFFFD`],
])('shows %j as %j, which can be stored and be in an address', (sent, shown) => {
  expect(shownId(sent)).toBe(shown)
  expect(() => encodeURIComponent(shownId(sent))).not.toThrow()
})
