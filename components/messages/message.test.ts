import { describe, expect, test } from 'vitest'
import { en } from '@/components/messages/en'
import { fillMessage } from '@/components/messages/message'

describe('fillMessage', () => {
  test('fills every placeholder and writes numbers as the locale does', () => {
    expect(fillMessage('{name} needs {energy} kWh', { name: 'Bus 7', energy: 1234.56 }, 'en')).toBe(
      'Bus 7 needs 1,234.6 kWh',
    )
    expect(fillMessage('{energy} kWh', { energy: 1234.56 }, 'de')).toBe('1.234,6 kWh')
  })

  test('chooses the plural form of the count by the rules of the language', () => {
    const buses = { one: '{count} bus', other: '{count} buses' }
    expect([0, 1, 2].map((count) => fillMessage(buses, { count }, 'en'))).toEqual(['0 buses', '1 bus', '2 buses'])
  })

  test('leaves a placeholder that has no value visible instead of dropping it', () => {
    expect(fillMessage('at {time}', {}, 'en')).toBe('at {time}')
  })
})

test('no text of the catalogue is empty, and each plural has the form "other"', () => {
  const texts = Object.entries(en).flatMap(([key, message]) =>
    typeof message === 'string'
      ? [[key, message]]
      : Object.entries(message).map(([form, text]) => [`${key}.${form}`, text]),
  )
  expect(texts.filter(([, text]) => !text?.trim())).toEqual([])
})

test('a name cannot rearrange the sentence around it', () => {
  const filled = (name: string) => fillMessage('Bus {name} leaves at 05:10.', { name }, 'en')
  expect(filled('7')).toBe('Bus 7 leaves at 05:10.')
  expect(filled('\u202E7\u2066 x')).toBe('Bus 7 x leaves at 05:10.')
  expect(filled('\u2069\u202Eabc')).toBe('Bus abc leaves at 05:10.')
  expect(filled('קו 7')).toBe('Bus \u2068קו 7\u2069 leaves at 05:10.')
  expect(fillMessage('{rule}, daily', { rule: filled('קו 7') }, 'en')).toContain('Bus \u2068קו 7\u2069 leaves')
})
