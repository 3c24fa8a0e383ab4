import { expect, test } from 'vitest'
import {
  acceptedLanguage,
  browserLanguage,
  knownLanguage,
  rememberLanguage,
  toldLanguage,
  withLanguage,
} from '@/lib/auth/reader-language'

test.each([
  ['de', 'de'],
  ['de-AT', 'de'],
  ['FI', 'fi'],
  ['sv-SE, sv;q=0.9, fi;q=0.8, en;q=0.7', 'fi'],
  ['en;q=0.5, de;q=0.9', 'de'],
  ['de;q=0, en', 'en'],
  ['fr-FR, fr', undefined],
  ['*', undefined],
  ['', undefined],
  [',;q=,de;q=x', undefined],
])('a browser that asks for "%s" gets %s', (header, language) => {
  expect(acceptedLanguage(header)).toBe(language)
})

test('what was chosen in a browser goes before what it asks for, and English is for everybody else', () => {
  const german = { 'accept-language': 'de' }
  expect(browserLanguage(new Headers(german))).toBe('de')
  expect(browserLanguage(new Headers({ ...german, cookie: 'a=b; readyline.language=fi' }))).toBe('fi')
  expect(browserLanguage(new Headers({ ...german, cookie: 'readyline.language=xx' }))).toBe('de')
  expect(browserLanguage(new Headers())).toBe('en')
})

test('a choice is kept for a year, and forgotten at once', () => {
  expect(rememberLanguage('fi')).toMatch(/^readyline\.language=fi; Max-Age=31536000; Path=\/; HttpOnly; SameSite=Lax/)
  expect(rememberLanguage(null)).toMatch(/^readyline\.language=; Max-Age=0;/)
})

test('a page is told its language, whatever the browser says by the same name', () => {
  const sent = new Headers({ 'x-readyline-language': 'fi', 'accept-language': 'en' })
  expect(toldLanguage(withLanguage(sent, 'de'))).toBe('de')
  expect(toldLanguage(new Headers({ 'x-readyline-language': '<script>' }))).toBe('en')
})

test('no other value is a language', () => {
  expect(['de', 'DE', 'xx', '', null, undefined].map(knownLanguage)).toEqual(['de', ...Array(5).fill(undefined)])
})
