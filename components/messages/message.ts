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
    return typeof value === 'number' ? numberFormat(locale).format(value) : value
  })
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
