const formats = new Map<string, Intl.NumberFormat>()

/** A number in the reader's writing; unknown stays unknown, it is never zero. */
export function numberWords(value: number | null | undefined, locale: string, digits = 0): string {
  if (value === null || value === undefined || !Number.isFinite(value)) return '—'
  const key = `${locale}|${digits}`
  const known =
    formats.get(key) ?? new Intl.NumberFormat(locale, { maximumFractionDigits: digits, minimumFractionDigits: digits })
  formats.set(key, known)
  const rounded = known.format(value)
  return /^[-−]0([.,]0+)?$/.test(rounded) ? known.format(0) : rounded
}

/** An amount of money; without a currency (a tariff that names none) a plain number. */
export function moneyWords(value: number | null | undefined, locale: string, currency?: string, digits = 2): string {
  if (value === null || value === undefined) return '—'
  if (!currency || !/^[A-Z]{3}$/i.test(currency)) return numberWords(value, locale, digits)
  return new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(value)
}
