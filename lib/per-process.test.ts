import { describe, expect, test, vi } from 'vitest'

describe('a value that a process has once', () => {
  test('is the same in every copy of the module, and made by the first that asks', async () => {
    const one = await import('@/lib/per-process')
    vi.resetModules()
    const other = await import('@/lib/per-process')
    expect(other).not.toBe(one)
    const made = one.perProcess('test-value', () => ({ by: 'one' }))
    expect(other.perProcess('test-value', () => ({ by: 'other' }))).toBe(made)
    expect(other.forgetPerProcess('test-value')).toBe(made)
  })

  test('is made anew after it was forgotten', async () => {
    const { forgetPerProcess, perProcess } = await import('@/lib/per-process')
    perProcess('test-again', () => 1)
    forgetPerProcess('test-again')
    expect(perProcess('test-again', () => 2)).toBe(2)
    forgetPerProcess('test-again')
    expect(forgetPerProcess('test-again')).toBeUndefined()
  })
})
