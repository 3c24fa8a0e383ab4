import { afterEach, expect, test, vi } from 'vitest'
import { readChoice, writeChoice } from '@/app/(depot)/_data/use-stored-choice'

afterEach(() => {
  vi.unstubAllGlobals()
})

/** The storage of a browser; a full one keeps what it has, one that refuses is not even to be read. */
function storage({ isFull = false, refuses = false }) {
  const kept = new Map<string, string>()
  const localStorage = {
    getItem: (key: string) => kept.get(key) ?? null,
    removeItem: (key: string) => kept.delete(key),
    setItem: (key: string, value: string) => {
      if (isFull) throw new DOMException('', 'QuotaExceededError')
      kept.set(key, value)
    },
  }
  vi.stubGlobal('window', {
    get localStorage() {
      if (refuses) throw new DOMException('', 'SecurityError')
      return localStorage
    },
  })
  return kept
}

test('a choice is kept by the browser, and forgotten with null', () => {
  const kept = storage({})
  writeChoice('kept', 'a')
  expect([readChoice('kept'), kept.get('kept')]).toEqual(['a', 'a'])
  writeChoice('kept', null)
  expect([readChoice('kept'), kept.size]).toEqual([null, 0])
})

test.each([{ isFull: true }, { refuses: true }])('where storage is %j, a choice lasts as long as the page', (kind) => {
  const key = JSON.stringify(kind)
  storage(kind)
  expect(readChoice(key)).toBeNull()
  writeChoice(key, 'a')
  expect(readChoice(key)).toBe('a')
  writeChoice(key, null)
  expect(readChoice(key)).toBeNull()
})

test('what could not be kept gives way to what can be', () => {
  storage({ isFull: true })
  writeChoice('later', 'a')
  const kept = storage({})
  writeChoice('later', 'b')
  kept.set('later', 'c')
  expect(readChoice('later')).toBe('c')
})
