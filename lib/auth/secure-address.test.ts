import { expect, test } from 'vitest'
import { refuseInsecureSignIn } from '@/lib/auth/secure-address'

const SECURE = 'https://depot.example'

test('a sign-in over http beside a secure PUBLIC_URL is told which address to use', () => {
  const attempt = () => refuseInsecureSignIn('http://depot.example:3000', SECURE)
  expect(attempt).toThrow(/came over http \(http:\/\/depot\.example:3000\).*PUBLIC_URL is https:\/\/depot\.example/)
  expect(attempt).toThrow(/Open https:\/\/depot\.example instead/)
})

test.each([
  ['from the secure address', SECURE, SECURE],
  ['by a program that sends no origin', null, SECURE],
  ['on this very machine, where browsers keep such cookies', 'http://localhost:3000', SECURE],
  ['on a loopback address', 'http://127.0.0.1:3000', SECURE],
  ['where PUBLIC_URL is http itself', 'http://depot.example', 'http://depot.example'],
  ['where there is no PUBLIC_URL', 'http://depot.example', undefined],
])('a sign-in %s goes on', (_, origin, publicUrl) => {
  expect(() => refuseInsecureSignIn(origin, publicUrl)).not.toThrow()
})
