import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hashSecret, newSecret, sameSecret } from '@/lib/auth/secret'

describe('a secret', () => {
  test('has 256 bits behind its prefix', () => {
    expect(newSecret('rl_')).toMatch(/^rl_[A-Za-z0-9_-]{43}$/)
  })

  test('never comes twice', () => {
    expect(new Set(Array.from({ length: 1_000 }, () => newSecret(''))).size).toBe(1_000)
  })

  test('is compared whole, whatever the lengths', () => {
    fc.assert(fc.property(fc.string(), fc.string(), (one, other) => sameSecret(one, other) === (one === other)))
    fc.assert(fc.property(fc.string(), (one) => sameSecret(one, one)))
  })

  test('is kept as its SHA-256', () => {
    expect(hashSecret('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
  })
})
