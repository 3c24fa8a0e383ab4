import type { Language } from '@/lib/contract/enumerations'
import { type OpenApiDocument, openApiDocument } from '@/lib/openapi/document'
import { withTexts } from '@/lib/openapi/texts'

/** English is the contract's own. The others are loaded when somebody reads the reference in them. */
const TRANSLATIONS: Record<Exclude<Language, 'en'>, () => Promise<Readonly<Record<string, string>>>> = {
  de: async () => (await import('@/lib/openapi/translations/de')).de,
  fi: async () => (await import('@/lib/openapi/translations/fi')).fi,
}

const documents = new Map<Language, Promise<OpenApiDocument>>()

/** The document as people read it in their language; what machines fetch is the English one. A test holds it complete. */
export function translatedDocument(language: Language): Promise<OpenApiDocument> {
  const known = documents.get(language) ?? translate(language)
  documents.set(language, known)
  return known
}

async function translate(language: Language): Promise<OpenApiDocument> {
  const english = openApiDocument()
  if (language === 'en') return english
  const texts = await TRANSLATIONS[language]()
  return withTexts(english, (text) => texts[text] ?? text)
}
