import { describe, expect, test } from 'vitest'
import { openApiDocument } from '@/lib/openapi/document'
import { withTexts } from '@/lib/openapi/texts'
import { translatedDocument } from '@/lib/openapi/translated-document'
import { de } from '@/lib/openapi/translations/de'
import { fi } from '@/lib/openapi/translations/fi'

/** Names that are the same in every language. */
const SAME = ['OpenAPI 3.1']

function englishTexts(): string[] {
  const found = new Set<string>()
  withTexts(openApiDocument(), (text) => {
    found.add(text)
    return text
  })
  return [...found]
}

const codesIn = (text: string) => [...new Set(text.match(/`[^`]+`/g))].sort()

describe.each(Object.entries({ de, fi }))('the reference in %s', (language, texts) => {
  test('leaves no text of the document out, and has none left over: one that changes in English is both', () => {
    const english = englishTexts()
    expect(english.length).toBeGreaterThan(900)
    expect(english.filter((text) => texts[text] === undefined)).toEqual([])
    expect(Object.keys(texts).filter((text) => !english.includes(text))).toEqual([])
  })

  test('says what the English says: none is empty or as it was, and each names the same properties and values', () => {
    const entries = Object.entries(texts).filter(([english]) => !SAME.includes(english))
    expect(entries.filter(([english, text]) => text.trim() === '' || text === english)).toEqual([])
    expect(entries.filter(([english, text]) => `${codesIn(text)}` !== `${codesIn(english)}`)).toEqual([])
  })

  test('differs from what machines fetch in its texts alone', async () => {
    const [own, english] = [await translatedDocument(language as 'de' | 'fi'), openApiDocument()]
    expect(withTexts(own, () => '')).toEqual(withTexts(english, () => ''))
    expect(own.paths?.['/vehicles']?.get?.summary).toBe(texts['List the vehicles'])
    expect(english.tags?.[0]).not.toHaveProperty('x-displayName')
  })
})

test('what stands in a property that is called as a text, in an example or in a list of values is no text', () => {
  const document = {
    tags: [{ name: 'Vehicles', description: 'All\n of them.\n\nNow.' }],
    paths: { '/x': { get: { tags: ['Vehicles'], summary: 'List' } } },
    properties: { summary: { type: 'string', description: 'What it is.', example: { description: 'Bus' } } },
    enum: ['description'],
  }
  expect(withTexts(document, (text) => `<${text}>`)).toEqual({
    tags: [{ name: 'Vehicles', description: '<All of them.>\n\n<Now.>', 'x-displayName': '<Vehicles>' }],
    paths: { '/x': { get: { tags: ['Vehicles'], summary: '<List>' } } },
    properties: { summary: { type: 'string', description: '<What it is.>', example: { description: 'Bus' } } },
    enum: ['description'],
  })
})
