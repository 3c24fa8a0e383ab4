import { describe, expect, it } from 'vitest'
import { addressOf } from '@/scripts/launch/address'

describe('addressOf', () => {
  it.each([
    ['127.0.0.1', undefined, 'http://localhost:3000'],
    ['0.0.0.0', undefined, 'http://localhost:3000'],
    ['::', undefined, 'http://localhost:3000'],
    ['192.168.1.5', undefined, 'http://192.168.1.5:3000'],
    ['2001:db8::1', undefined, 'http://[2001:db8::1]:3000'],
    ['127.0.0.1', 'https://depot.example.org', 'https://depot.example.org'],
  ])('on %s with PUBLIC_URL %s is %s', (host, publicUrl, expected) => {
    expect(addressOf({ host, publicUrl }, 3000)).toBe(expected)
  })
})
