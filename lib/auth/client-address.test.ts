import { expect, test } from 'vitest'
import { clientAddress, wholeAddress, withPeerAddress } from '@/lib/auth/client-address'

const from = (peer: string | undefined, forwarded: string | undefined, trustProxy: boolean) =>
  withPeerAddress(peer, () =>
    clientAddress(
      new Request('http://depot', forwarded === undefined ? {} : { headers: { 'x-forwarded-for': forwarded } }),
      trustProxy,
    ),
  )

test.each([
  ['the peer counts', '192.0.2.7', undefined, false, '192.0.2.7'],
  ['X-Forwarded-For is not believed without TRUST_PROXY', '192.0.2.7', '203.0.113.9', false, '192.0.2.7'],
  ['a trusted proxy says who it serves', '192.0.2.7', '203.0.113.9', true, '203.0.113.9'],
  ['what a client put before it is not believed', '192.0.2.7', '10.0.0.1, 203.0.113.9', true, '203.0.113.9'],
  ['a proxy that says nothing counts itself', '192.0.2.7', undefined, true, '192.0.2.7'],
  ['an IPv4 address in IPv6 is that IPv4 address', '::ffff:192.0.2.7', undefined, false, '192.0.2.7'],
  ['a network of IPv6 counts as one', '2001:db8:1:2:aaaa:bbbb:cccc:dddd', undefined, false, '2001:db8:1:2::/64'],
  ['a short IPv6 address is in the same network', '2001:db8:1:2::1', undefined, false, '2001:db8:1:2::/64'],
  ['leading zeros make no other network', '2001:0DB8:0001:2::1', undefined, false, '2001:db8:1:2::/64'],
  ['the loopback address has a network too', '::1', undefined, false, '0:0:0:0::/64'],
  ['an unknown peer is one for all', undefined, undefined, false, 'unknown'],
])('%s', (_, peer, forwarded, trustProxy, address) => {
  expect(from(peer, forwarded, trustProxy)).toBe(address)
})

test.each([
  ['the peer', { remoteAddress: '192.0.2.7' }, '192.0.2.7'],
  ['an IPv6 peer whole', { remoteAddress: '2001:db8:1:2::1' }, '2001:db8:1:2::1'],
  ['an IPv4 peer of an IPv6 socket as such', { remoteAddress: '::ffff:192.0.2.7' }, '192.0.2.7'],
  ['whom a trusted proxy serves', { remoteAddress: '192.0.2.7', forwardedFor: '10.0.0.1, 203.0.113.9' }, '203.0.113.9'],
  ['no more than a line of what a proxy passes on', { forwardedFor: 'x'.repeat(5_000) }, 'x'.repeat(64)],
])('the log names %s', (_, peer, expected) => {
  expect(wholeAddress(peer, true)).toBe(expected)
})

test('the log does not believe X-Forwarded-For without TRUST_PROXY', () => {
  expect(wholeAddress({ remoteAddress: '192.0.2.7', forwardedFor: '203.0.113.9' }, false)).toBe('192.0.2.7')
})
