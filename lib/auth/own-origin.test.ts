import { expect, test } from 'vitest'
import { isOwnOrigin } from '@/lib/auth/own-origin'

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
