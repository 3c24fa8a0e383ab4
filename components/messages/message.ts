/** A text, or the plural forms of one. `{name}` is a placeholder; `{count}` chooses the plural form. */
export type Message = string | ({ other: string } & Partial<Record<Exclude<Intl.LDMLPluralRule, 'other'>, string>>)

type Names<Text> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | Names<Rest> : never

/** The placeholders of a message, in all of its forms. */
export type Placeholders<M> = M extends string ? Names<M> : M extends object ? Names<M[keyof M]> : never

export type Values = Readonly<Record<string, string | number>>

/**
 * Fills a message in: chooses the plural form of `count`, writes numbers as the locale does.
 *
 * @example fillMessage({ one: '{count} bus', other: '{count} buses' }, { count: 1200 }, 'en') // '1,200 buses'
 */
export function fillMessage(message: Message, values: Values, locale: string): string {
  const text = typeof message === 'string' ? message : formOf(message, Number(values.count), locale)
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name]
    if (value === undefined) return whole
    return typeof value === 'number' ? numberFormat(locale).format(value) : isolated(value)
  })
}

const START = '\u2068'
const END = '\u2069'
/** Marks, embeddings, overrides and isolates of a fixed direction: in a name they would rearrange the text around it. */
const DIRECTIONS = /[\u061C\u200E\u200F\u202A-\u202E\u2066\u2067]/g
const RIGHT_TO_LEFT = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/

/**
 * A text that was typed by somebody, so that its direction ends with it (UAX 9): without its own direction controls,
 * and isolated where it is written from right to left.
 */
export function isolated(text: string): string {
  const plain = (isBalanced(text) ? text : text.replace(/[\u2068\u2069]/g, '')).replace(DIRECTIONS, '')
  return RIGHT_TO_LEFT.test(plain) && !plain.startsWith(START) ? `${START}${plain}${END}` : plain
}

/** Whether every isolate that begins ends, as in a text that was filled in before. */
function isBalanced(text: string): boolean {
  let open = 0
  for (const character of text) {
    if (character === START) open++
    else if (character === END && --open < 0) return false
  }
  return open === 0
}

function formOf(forms: Exclude<Message, string>, count: number, locale: string): string {
  return forms[pluralRules(locale).select(count)] ?? forms.other
}

const plurals = new Map<string, Intl.PluralRules>()
const numbers = new Map<string, Intl.NumberFormat>()

function pluralRules(locale: string): Intl.PluralRules {
  const known = plurals.get(locale) ?? new Intl.PluralRules(locale)
  plurals.set(locale, known)
  return known
}

function numberFormat(locale: string): Intl.NumberFormat {
  const known = numbers.get(locale) ?? new Intl.NumberFormat(locale, { maximumFractionDigits: 1 })
  numbers.set(locale, known)
  return known
}
