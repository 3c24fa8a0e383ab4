import { AsyncLocalStorage } from 'node:async_hooks'
import { isIPv6 } from 'node:net'
import { env } from '@/lib/env'
import { perProcess } from '@/lib/per-process'

const peer = perProcess('peer-address', () => new AsyncLocalStorage<string>())

/** Runs `work` knowing the address of the other end of the socket: a web-standard `Request` does not carry it. */
export function withPeerAddress<T>(address: string | undefined, work: () => T): T {
  return peer.run(address ?? 'unknown', work)
}

/**
 * The address that a request comes from, for counting failed attempts. Behind a trusted proxy it is the one that the
 * proxy saw, the last of `X-Forwarded-For`; otherwise what a client writes there is not believed.
 */
export function clientAddress(request: Request, trustProxy = env().trustProxy): string {
  const seen = peer.getStore()
  // Without a known peer this runs in Next's own development server, which fills in X-Forwarded-For itself.
  const forwarded = trustProxy || !seen ? request.headers.get('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined
  return network(forwarded || seen || 'unknown')
}

type Peer = { remoteAddress?: string; forwardedFor?: string }

/** The same for a connection that is no HTTP request any more, such as one that becomes a WebSocket. */
export function peerAddress(peer: Peer, trustProxy = env().trustProxy): string {
  return network(wholeAddress(peer, trustProxy))
}

/** The address that a request comes from as the log names it: whole, and behind a trusted proxy the one that it saw. */
export function wholeAddress({ remoteAddress, forwardedFor }: Peer, trustProxy = env().trustProxy): string {
  const forwarded = trustProxy ? forwardedFor?.split(',').at(-1)?.trim() : undefined
  return plain(forwarded || remoteAddress || 'unknown')
}

/** An IPv4 address as such where the socket has it as one of IPv6; what is none is cut to a sane length. */
function plain(address: string): string {
  if (address.startsWith('::ffff:') && address.includes('.')) return address.slice('::ffff:'.length)
  return address.slice(0, 64)
}

/** Who has an IPv6 address has a whole /64 of them, so that counts as one. */
function network(address: string): string {
  if (!isIPv6(plain(address))) return plain(address)
  const [head = '', tail = ''] = address.toLowerCase().split('%', 1)[0]?.split('::') ?? []
  const groups = (text: string) => (text === '' ? [] : text.split(':'))
  const missing = address.includes('::') ? 8 - groups(head).length - groups(tail).length : 0
  const all = [...groups(head), ...Array<string>(Math.max(missing, 0)).fill('0'), ...groups(tail)]
  return `${all
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')}::/64`
}
