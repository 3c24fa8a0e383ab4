import fc from 'fast-check'
import { expect, test } from 'vitest'
import { safeNextPath } from '@/lib/auth/next-path'

test.each([
  ['/fleet?depot=north', '/fleet?depot=north'],
  ['/', '/'],
  [null, '/'],
  ['', '/'],
  ['fleet', '/'],
  ['https://evil.example/', '/'],
  ['//evil.example/', '/'],
  ['/\\evil.example/', '/'],
  ['/\t/evil.example/', '/'],
  ['/..//evil.example/', '/evil.example/'],
  ['/.//evil.example/', '/evil.example/'],
  ['javascript:alert(1)', '/'],
])('after signing in with next=%s one comes to %s', (next, path) => {
  expect(safeNextPath(next)).toBe(path)
})

test('whatever next is, one stays in the app', () => {
  const piece = fc.constantFrom('/', '\\', '.', '..', '\t', '\n', ' ', '@', ':', 'evil.example', '%2f', '?', '#')
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const home = 'https://depot.example/sign-in'
      expect(new URL(safeNextPath(pieces.join('')), home).origin).toBe('https://depot.example')
    }),
    { numRuns: 2_000 },
  )
})
