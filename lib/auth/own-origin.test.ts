import { describe, expect, test } from 'vitest'
import { foreignOrigin, isOwnOrigin } from '@/lib/auth/own-origin'

type Case = {
  rule: string
  origin?: string
  host?: string
  url?: string
  forwarded?: Record<string, string>
  publicUrl?: string
  trustProxy?: boolean
  own: boolean
}

const cases: Case[] = [
  { rule: 'the page of this host is', origin: 'http://depot:3000', own: true },
  { rule: 'the https page of this host is, because TLS may end before us', origin: 'https://depot:3000', own: true },
  { rule: 'a missing origin is not', own: false },
  { rule: 'an opaque origin is not', origin: 'null', own: false },
  { rule: 'another host is not', origin: 'http://evil.example', own: false },
  { rule: 'another port of this host is not', origin: 'http://depot:3001', own: false },
  { rule: 'a host that begins like ours is not', origin: 'http://depot:3000.evil.example', own: false },
  { rule: 'a host that ends like ours is not', origin: 'http://evildepot:3000', own: false },
  { rule: 'another scheme is not', origin: 'ftp://depot:3000', own: false },
  { rule: 'a host in capitals is the same host', origin: 'http://depot:3000', host: 'DEPOT:3000', own: true },
  { rule: 'port 80 need not be said', origin: 'http://depot', host: 'depot:80', own: true },
  { rule: 'port 443 need not be said', origin: 'https://depot', host: 'depot:443', own: true },
  { rule: 'PUBLIC_URL is', origin: 'https://d.example', publicUrl: 'https://d.example', own: true },
  {
    rule: 'a sub-domain of PUBLIC_URL is not',
    origin: 'https://x.d.example',
    publicUrl: 'https://d.example',
    own: false,
  },
  {
    rule: 'the http page of a host that is served over https is not',
    origin: 'http://depot:3000',
    url: 'https://depot:3000/api',
    own: false,
  },
  {
    rule: 'a forwarded host is not believed without TRUST_PROXY',
    origin: 'https://evil.example',
    forwarded: { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https' },
    own: false,
  },
  {
    rule: 'a forwarded host is what counts with TRUST_PROXY',
    origin: 'https://d.example',
    forwarded: { 'x-forwarded-host': 'd.example', 'x-forwarded-proto': 'https' },
    trustProxy: true,
    own: true,
  },
  {
    rule: 'of several forwarded hosts the nearest proxy’s counts',
    origin: 'https://evil.example',
    forwarded: { 'x-forwarded-host': 'evil.example, d.example', 'x-forwarded-proto': 'https' },
    trustProxy: true,
    own: false,
  },
  {
    rule: 'the http page is not, where the proxy serves https',
    origin: 'http://d.example',
    forwarded: { 'x-forwarded-host': 'd.example', 'x-forwarded-proto': 'https' },
    trustProxy: true,
    own: false,
  },
]

test.each(cases)(
  'an own origin: $rule',
  ({ origin, host = 'depot:3000', url, forwarded, publicUrl, trustProxy, own }) => {
    const headers = new Headers({ ...forwarded })
    const request = { url: url ?? 'http://depot:3000/api/vehicles', headers } as Request
    headers.set('host', host)
    if (origin !== undefined) headers.set('origin', origin)
    expect(isOwnOrigin(request, { publicUrl, trustProxy: trustProxy ?? false })).toBe(own)
  },
)

describe('who is refused by the Origin check learns', () => {
  const refusal = (headers: Record<string, string>, configuration = { trustProxy: false }) => {
    const request = { url: 'http://127.0.0.1:3000/api/vehicles', headers: new Headers(headers) } as Request
    return foreignOrigin(request, configuration)
  }

  test('what came, what was expected, and what to set, when a proxy does not pass Host on', () => {
    const { code, message } = refusal({ host: '127.0.0.1:3000', origin: 'https://depot.example' })
    expect(code).toBe('unauthorised')
    expect(message).toContain('Origin check')
    expect(message).toContain('comes from https://depot.example')
    expect(message).toContain('knows itself as https://127.0.0.1:3000 or http://127.0.0.1:3000')
    expect(message).toContain('set PUBLIC_URL=https://depot.example')
    expect(message).toMatch(/Host header.*TRUST_PROXY=on/)
  })

  test('that an Origin has to come, where none did or one that says nothing', () => {
    for (const origin of ['', 'null'])
      expect(refusal({ host: 'depot', origin }).message).toMatch(/needs an Origin header.*none came.*access token/)
  })

  test('no more of an endless origin than a line', () => {
    expect(refusal({ host: 'depot', origin: `https://${'x'.repeat(5_000)}` }).message.length).toBeLessThan(1_200)
  })
})
