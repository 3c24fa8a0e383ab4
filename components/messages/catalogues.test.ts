import { describe, expect, test } from 'vitest'
import { LANGUAGE_CHOICES, localeOf } from '@/components/messages/languages'
import type { Message } from '@/components/messages/message'
import { catalogues } from '@/components/messages/text'
import type { MessageKey } from '@/components/messages/write-text'

const { en } = catalogues
const KEYS = Object.keys(en) as MessageKey[]
const languages = LANGUAGE_CHOICES.map(({ language }) => language)
const translated = languages.filter((language) => language !== 'en')

const formsOf = (message: Message): string[] => (typeof message === 'string' ? [message] : Object.values(message))
const placeholdersOf = (message: Message) =>
  [...new Set(formsOf(message).flatMap((text) => text.match(/\{\w+\}/g) ?? []))].sort()

describe.each(languages)('the catalogue of %s', (language) => {
  const catalogue = catalogues[language]

  test('has the keys of the English one', () => {
    expect(Object.keys(catalogue).sort()).toEqual([...KEYS].sort())
  })

  test('has no empty text', () => {
    expect(KEYS.filter((key) => formsOf(catalogue[key]).some((text) => !text.trim()))).toEqual([])
  })

  test('has the placeholders of the English one', () => {
    const of = (messages: Record<MessageKey, Message>) =>
      Object.fromEntries(KEYS.map((key) => [key, placeholdersOf(messages[key])]))
    expect(of(catalogue)).toEqual(of(en))
  })

  test('has each plural form of its language, and no other', () => {
    const forms = [...new Intl.PluralRules(localeOf(language)).resolvedOptions().pluralCategories].sort()
    const wrong = KEYS.filter((key) => typeof catalogue[key] !== 'string').filter(
      (key) => Object.keys(catalogue[key]).sort().join() !== forms.join(),
    )
    expect(wrong).toEqual([])
  })
})

/** Words that are the same as in English. */
const SAME: Record<(typeof translated)[number], RegExp> = {
  de: /\b(Alarm|Depots?|Import|Limit|Minimum|Name|Offline|Online|Plan|Status|Version)\b|\bin (?=\{)|\bh\b/g,
  fi: /(?!)/g,
}
/** Units and names, which no language translates. */
const UNITS = /\b(kWh|kW|Wh|km|min|ms|API|CSV|VIN|Readyline)\b|°C/g

describe.each(translated)('in %s', (language) => {
  test('no text is left in English, but for names, units and words that are the same', () => {
    const left = KEYS.filter((key) => {
      const [here, there] = [catalogues[language][key], en[key]].map((message) => formsOf(message as Message).join('|'))
      const words = (there ?? '')
        .replace(SAME[language], '')
        .replace(UNITS, '')
        .replace(/\{\w+\}/g, '')
      return here === there && /\p{L}/u.test(words)
    })
    expect(left).toEqual([])
  })
})
