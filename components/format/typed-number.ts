import { decimalSign } from '@/components/format/number-format'

/** A number as people type it, with a comma or a point; not a number stays NaN, which the server refuses. */
export function numberOf(text: string): number {
  return text.trim() === '' ? Number.NaN : Number(text.replace(',', '.'))
}

/** "1.500" and "1,500": one and a half to some, fifteen hundred to others. */
const IN_GROUPS = /^\s*[1-9]\d{0,2}([.,]\d{3})+\s*$/

/**
 * A power or an energy as people type it (kW, kWh). What may be written in groups of three is no number: a depot whose limit
 * of 1.500 kW is read as one and a half charges nothing.
 */
export function quantityOf(text: string): number {
  return IN_GROUPS.test(text) ? Number.NaN : numberOf(text)
}

/**
 * A number as a field shows it before anybody types: with the reader's decimal sign, to its last digit, empty for none.
 * One with three decimals gets a fourth, so that it is no group of three when it is read again.
 */
export function typedNumber(value: number | null | undefined, locale: string): string {
  if (value === null || value === undefined) return ''
  const text = String(value).replace('.', decimalSign(locale))
  return IN_GROUPS.test(text) ? `${text}0` : text
}
