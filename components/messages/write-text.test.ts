import { expect, test } from 'vitest'
import { deAudit } from '@/components/messages/de-audit'
import { deEntrance } from '@/components/messages/de-entrance'
import { LANGUAGE_CHOICES, languageOf, localeOf } from '@/components/messages/languages'
import { withPart, writerOf } from '@/components/messages/write-text'

test('a part that a page loads is written beside what the page has, and neither has the other’s texts without it', () => {
  const page = writerOf(deEntrance, 'de-DE')
  expect(() => page('audit.none')).toThrow('audit.none')
  const whole = withPart(page, deAudit, 'de-DE')
  expect(whole('audit.none')).toBe('Keine Änderungen')
  expect(whole('audit.by', { name: 'Aino' })).toBe('von Aino')
  expect(whole('language.choose')).toBe(page('language.choose'))
})

test('a language is found by how its readers write', () => {
  for (const { language } of LANGUAGE_CHOICES) expect(languageOf(localeOf(language))).toBe(language)
  expect(() => languageOf('sv-SE')).toThrow('sv-SE')
})
