import { expect, test } from 'vitest'
import { bytesWords, moneyWords, numberWords } from '@/components/format/number-format'

test('unknown is a dash, zero is zero', () => {
  expect([undefined, null, Number.NaN, 0].map((value) => numberWords(value, 'en-GB'))).toEqual(['—', '—', '—', '0'])
})

test('a small negative number never reads as minus zero', () => {
  expect(numberWords(-0.04, 'en-GB', 1)).toBe('0.0')
  expect(numberWords(-0.4, 'en-GB')).toBe('0')
})

test('digits are those asked for, grouped as the locale does', () => {
  expect(numberWords(1234.56, 'en-GB', 1)).toBe('1,234.6')
  expect(numberWords(1234.56, 'de-DE', 1)).toBe('1.234,6')
})

test.each([
  [0, '0 byte', '0 Byte'],
  [412, '412 byte', '412 Byte'],
  [1_240, '1.2 kB', '1,2 kB'],
  [3_400_000, '3.4 MB', '3,4 MB'],
])('%d bytes are written as %s, in German as %s', (bytes, english, german) => {
  expect([bytesWords(bytes, 'en-GB'), bytesWords(bytes, 'de-DE')]).toEqual([english, german])
})

test('a currency that is none leaves a plain amount', () => {
  expect(moneyWords(12.5, 'en-GB', 'USD')).toBe('$12.50')
  expect(moneyWords(12.5, 'en-GB', 'credits')).toBe('12.50')
  expect(moneyWords(undefined, 'en-GB', 'EUR')).toBe('—')
})
