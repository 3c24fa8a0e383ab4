import { LANGUAGES, type Language } from '@/lib/contract/enumerations'

/** How each language writes numbers and dates. */
const LOCALES: Record<Language, string> = { en: 'en-GB', de: 'de-DE', fi: 'fi-FI' }

/** The languages by the names that their readers know them by. */
const NAMES: Record<Language, string> = { en: 'English', de: 'Deutsch', fi: 'Suomi' }

export const LANGUAGE_CHOICES = LANGUAGES.map((language) => ({ language, name: NAMES[language] }))

export function localeOf(language: Language): string {
  return LOCALES[language]
}

/** The language whose readers write numbers and dates so. */
export function languageOf(locale: string): Language {
  const found = LANGUAGES.find((language) => LOCALES[language] === locale)
  if (!found) throw new Error(`No language writes as in ${locale}.`)
  return found
}
