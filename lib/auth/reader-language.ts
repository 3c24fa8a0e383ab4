import { isSecure } from '@/lib/auth/secure-address'
import { LANGUAGES, type Language } from '@/lib/contract/enumerations'

/** How proxy.ts tells a page the language of its reader; what a browser sends by this name is written over. */
const HEADER = 'x-readyline-language'
const COOKIE = 'readyline.language'
const HOLDS_SECONDS = 365 * 86_400

/** A language of ours, or undefined for whatever else a value is. */
export function knownLanguage(value: string | null | undefined): Language | undefined {
  return LANGUAGES.find((language) => language === value)
}

/** The language of a browser in which nobody is signed in who chose one: what was chosen in it, else what it asks for, else English. */
export function browserLanguage(headers: Headers): Language {
  const cookies = (headers.get('cookie') ?? '').split(';').map((cookie) => cookie.trim())
  const chosen = cookies.find((cookie) => cookie.startsWith(`${COOKIE}=`))?.slice(COOKIE.length + 1)
  return knownLanguage(chosen) ?? acceptedLanguage(headers.get('accept-language') ?? '') ?? 'en'
}

/** The first of our languages by the weights of an Accept-Language header (RFC 9110, 12.5.4); a region is not looked at. */
export function acceptedLanguage(header: string): Language | undefined {
  const ranges = header.split(',').map((range) => {
    const [tag = '', ...parameters] = range.split(';').map((part) => part.trim().toLowerCase())
    const weight = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2)
    return { language: knownLanguage(tag.split('-')[0]), weight: weight === undefined ? 1 : Number(weight) || 0 }
  })
  const wanted = ranges.filter(({ language, weight }) => language && weight > 0)
  return wanted.sort((one, other) => other.weight - one.weight)[0]?.language
}

/** The Set-Cookie header by which a browser keeps a language for its pages, also signed out; null: it forgets it. */
export function rememberLanguage(language: Language | null): string {
  const holds = language === null ? 0 : HOLDS_SECONDS
  return `${COOKIE}=${language ?? ''}; Max-Age=${holds}; Path=/; HttpOnly; SameSite=Lax${isSecure() ? '; Secure' : ''}`
}

/** The headers of a request for a page, with the language that it is to be written in. */
export function withLanguage(headers: Headers, language: Language): Headers {
  const told = new Headers(headers)
  told.set(HEADER, language)
  return told
}

/** The language that a page was told to be written in. */
export function toldLanguage(headers: Headers): Language {
  return knownLanguage(headers.get(HEADER)) ?? browserLanguage(headers)
}
