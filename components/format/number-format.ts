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

/** What stands between a number and its fraction: a point or a comma. */
export function decimalSign(locale: string): string {
  return new Intl.NumberFormat(locale).formatToParts(1.5).find(({ type }) => type === 'decimal')?.value ?? '.'
}

const SIZES = [
  ['megabyte', 1e6],
  ['kilobyte', 1e3],
] as const

/** A size in bytes as people say it: `412 byte`, `1.2 kB`, `3.4 MB`. */
export function bytesWords(bytes: number, locale: string): string {
  const [unit, size] = SIZES.find(([, size]) => bytes >= size) ?? (['byte', 1] as const)
  return new Intl.NumberFormat(locale, { style: 'unit', unit, maximumFractionDigits: size === 1 ? 0 : 1 }).format(
    bytes / size,
  )
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
