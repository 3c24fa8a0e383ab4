import { expect, test } from 'vitest'
import { ownUrl } from '@/lib/simulation/simulation-host'

test.each([
  ['127.0.0.1', 'http://127.0.0.1:3000'],
  ['0.0.0.0', 'http://127.0.0.1:3000'],
  ['::', 'http://[::1]:3000'],
  ['192.0.2.7', 'http://192.0.2.7:3000'],
  ['depot.example', 'http://depot.example:3000'],
])('a server that listens on %s reaches itself at %s', (host, url) => {
  expect(ownUrl(host, 3000)).toBe(url)
})
